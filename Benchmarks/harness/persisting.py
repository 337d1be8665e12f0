"""The C reference's own persisting of an event log: varint blobs of 64Ki events in SQLite, write-ahead log.

The source (`../shared/bench/c/logbench.c`) tries thirty ways; one is wanted. The substitutions below leave out the
others and the compressors that they need; what is measured is untouched.
"""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from .programs import ROOT, Trouble, run
from .reference import KEPT

CALLS = 1_000_000
FLAGS = ["-O3", "-march=native"]
WANTED = "sqlite 64Ki-event blobs varint, WAL/NORMAL, 1 txn each"
COMPRESSORS = """
typedef void ZSTD_CCtx; typedef unsigned long uLongf;
static ZSTD_CCtx *ZSTD_createCCtx(void) { return 0; }
static size_t ZSTD_freeCCtx(ZSTD_CCtx *c) { return 0; }
static size_t ZSTD_compressCCtx(ZSTD_CCtx *c, void *d, size_t n, const void *s, size_t m, int l) { return 0; }
static size_t ZSTD_findFrameCompressedSize(const void *s, size_t n) { return n; }
static size_t ZSTD_decompress(void *d, size_t n, const void *s, size_t m) { return 0; }
static int LZ4_compress_default(const char *s, char *d, int n, int m) { return 0; }
static int compress2(void *d, uLongf *n, const void *s, uLongf m, int l) { return 0; }
"""
SUBSTITUTIONS = [
  ("#include <zlib.h>\n", ""), ("#include <zstd.h>\n", ""), ("#include <lz4.h>\n", COMPRESSORS),
  ("for(int fs=0;fs<2;fs++)", "for(int fs=0;fs<0;fs++)"),
  ("for(unsigned m=0;m<sizeof M/sizeof*M;m++)", "for(unsigned m=0;m<0;m++)"),
  ("for(int pr=0;pr<2;pr++) for(int z=0;z<4;z++)", "for(int pr=0;pr<1;pr++) for(int z=3;z<4;z++)"),
  ("for(int v=0;v<3;v++)", "for(int v=0;v<0;v++)"),
]


class Persisting:
  """The compiled program and the events of a thousand days of W1; `missing` says why they are not there."""

  def __init__(self, reference):
    self.missing = reference.missing
    source = Path(os.environ.get("BUSYHOUR_SHARED") or ROOT.parent / "shared") / "bench" / "c" / "logbench.c"
    compiler = shutil.which("gcc") or shutil.which("clang")
    if self.missing is None and not source.is_file():
      self.missing = f"no {source}"
    if self.missing is None and not compiler:
      self.missing = "no C compiler"
    if self.missing is None:
      self._prepare(source.read_text(), compiler, reference)

  def __bool__(self):
    return self.missing is None

  def _prepare(self, text, compiler, reference):
    for old, new in SUBSTITUTIONS:
      if text.count(old) != 1:
        raise Trouble(f"logbench.c has changed: expected once, found {text.count(old)} times: {old.strip()}")
      text = text.replace(old, new)
    key = hashlib.sha256("\0".join([text, compiler, *FLAGS]).encode()).hexdigest()[:16]
    self.program, self.events = KEPT / f"logbench-{key}", KEPT / f"w1-1000-{key}.bin"
    if not self.program.exists():
      source = KEPT / "logbench.c"
      source.write_text(text)
      run([compiler, *FLAGS, "-w", source, "-lsqlite3", "-o", self.program])
    if not self.events.exists():
      with self.events.open("wb") as file:
        subprocess.run([reference.binary(), "w1-dump16", "1000"], stdout=file, check=True)

  def figures(self, folder):
    """CPU ns per call and MB per million calls; None without a reference."""
    if not self:
      return None
    done = run([self.program, "16", self.events, str(CALLS), folder])
    line = next((line for line in done.stdout.splitlines() if line.startswith(WANTED)), "")
    found = re.search(r"cpu\s+([\d.]+) ns/call.* ([\d.]+) MB per 1M calls", line)
    if not found:
      raise Trouble(f"logbench printed no line on '{WANTED}':\n{done.stdout}")
    return float(found[1]), float(found[2])
