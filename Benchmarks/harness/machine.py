"""What the figures were measured on."""

import datetime
import os
import platform
import re
import subprocess
from pathlib import Path


def processor():
  found = re.search(r"^model name\s*:\s*(.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
  name = found[1] if found else platform.processor()
  return f"{name}, {os.cpu_count()} cores, {'with' if has_avx512() else 'without'} AVX-512"


def has_avx512():
  return "avx512f" in Path("/proc/cpuinfo").read_text()


def system():
  release = Path("/etc/os-release")
  found = re.search(r'^PRETTY_NAME="(.*)"$', release.read_text(), re.MULTILINE) if release.exists() else None
  return found[1] if found else platform.platform()


def swift():
  out = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=False).stdout
  found = re.search(r"Swift version [\w.]+", out)
  return found[0] if found else "Swift of an unknown version"


def load():
  """Processes that want to run, over cores: what says whether times mean much."""
  return os.getloadavg()[0] / (os.cpu_count() or 1)


def line():
  return f"{processor()}; {system()}; {swift()}; {datetime.date.today().isoformat()}; load {load():.1f} a core"
