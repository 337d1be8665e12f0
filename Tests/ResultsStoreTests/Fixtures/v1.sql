-- A store as the first version wrote it, for ever: `sqlite3 .dump` and the two marks of its header.
PRAGMA application_id = 1114863944;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration(
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  applied_at TEXT NOT NULL
) STRICT;
INSERT INTO migration VALUES(1,'create tables','2026-11-22T09:30:00Z');
CREATE TABLE scenario(
  number INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64 AND fingerprint NOT GLOB '*[^0-9a-f]*'),
  name TEXT NOT NULL,
  file_name TEXT NOT NULL CHECK (instr(file_name, '/') = 0),
  source TEXT NOT NULL,
  expanded TEXT NOT NULL,
  registered_at TEXT NOT NULL
) STRICT;
INSERT INTO scenario VALUES(1,'0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f','clinic','clinic.yaml',replace('calls: 100 # a day\n','\n',char(10)),replace('demand:\n  volume: 100\n','\n',char(10)),'2026-11-22T09:30:00Z');
CREATE TABLE scenario_file(
  scenario INTEGER NOT NULL REFERENCES scenario(number),
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (scenario, name)
) STRICT;
INSERT INTO scenario_file VALUES(1,'arrivals.csv',X'696e74657276616c2c63616c6c730a312c320a');
CREATE TABLE run(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 20 AND id NOT GLOB '*[^0-9a-f]*'),
  name TEXT UNIQUE CHECK (length(name) > 0 AND substr(name, 1, 1) <> '@'),
  scenario INTEGER NOT NULL REFERENCES scenario(number),
  seed INTEGER NOT NULL,
  replications INTEGER NOT NULL CHECK (replications BETWEEN 1 AND 1000000000),
  engine_version TEXT NOT NULL,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'complete', 'interrupted')),
  digest TEXT CHECK (length(digest) = 32 AND digest NOT GLOB '*[^0-9a-f]*'),
  CHECK ((state = 'complete') = (digest IS NOT NULL))
) STRICT;
INSERT INTO run VALUES(1,'7f3a21c0d5e84b96a1f2','old',1,1,3,'0.1.0','2026-11-22T09:30:00Z','complete','3854f5ea8de2a6c717e7a1c1a7881cff');
CREATE TABLE run_override(
  run INTEGER NOT NULL REFERENCES run(number),
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
INSERT INTO run_override VALUES(1,0,'demand.volume','120');
CREATE TABLE run_queue(
  run INTEGER NOT NULL REFERENCES run(number),
  queue INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (run, queue)
) STRICT, WITHOUT ROWID;
INSERT INTO run_queue VALUES(1,0,'routine');
INSERT INTO run_queue VALUES(1,1,'clinical');
CREATE TABLE run_team(
  run INTEGER NOT NULL REFERENCES run(number),
  team INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (run, team)
) STRICT, WITHOUT ROWID;
INSERT INTO run_team VALUES(1,0,'nurses');
INSERT INTO run_team VALUES(1,1,'front desk');
CREATE TABLE run_activity(
  run INTEGER NOT NULL REFERENCES run(number),
  activity INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (run, activity)
) STRICT, WITHOUT ROWID;
INSERT INTO run_activity VALUES(1,0,'lunch');
INSERT INTO run_activity VALUES(1,1,'sick');
CREATE TABLE replication(
  run INTEGER NOT NULL REFERENCES run(number),
  replication INTEGER NOT NULL CHECK (replication >= 0),
  digest TEXT NOT NULL CHECK (length(digest) = 32 AND digest NOT GLOB '*[^0-9a-f]*'),
  event_count INTEGER NOT NULL CHECK (event_count >= 0),
  log_kept INTEGER NOT NULL CHECK (log_kept IN (0, 1)),
  PRIMARY KEY (run, replication)
) STRICT, WITHOUT ROWID;
INSERT INTO replication VALUES(1,0,'9b5554bef5ebf42b1363f25caeb7c570',0,0);
INSERT INTO replication VALUES(1,1,'ddb177bb8c13522061f9a25986be2df3',100,1);
INSERT INTO replication VALUES(1,2,'9062642420ea21053edc11f929230cdd',200,0);
CREATE TABLE contact_sums(
  run INTEGER NOT NULL,
  replication INTEGER NOT NULL,
  day INTEGER NOT NULL,
  queue INTEGER NOT NULL,
  offered INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  answered_in_time INTEGER NOT NULL,
  abandoned INTEGER NOT NULL,
  abandoned_in_time INTEGER NOT NULL,
  disconnected INTEGER NOT NULL,
  wait_answered_us INTEGER NOT NULL,
  wait_lost_us INTEGER NOT NULL,
  completed INTEGER NOT NULL,
  talk_us INTEGER NOT NULL,
  wrap_up_us INTEGER NOT NULL,
  PRIMARY KEY (run, replication, day, queue),
  FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
) STRICT, WITHOUT ROWID;
INSERT INTO contact_sums VALUES(1,0,0,0,7191089600892374487,309689372594955804,-1830642326893942270,-7693578145408079413,8346079845500723674,4601199455465548305,8632209307422871798,6051947643683389182,2476628477891077985,7621113624420504425,1910343844960271083);
INSERT INTO contact_sums VALUES(1,0,0,1,-740192640177446100,-1512271731865832626,-2373510095968312272,-2508615849655462426,-8332626420854716936,-2220735309839870289,6020303405324641991,-7025984793190031819,-4476619285473380616,-6003184400747217873,1968162948761465549);
INSERT INTO contact_sums VALUES(1,1,0,0,7675370395757958959,7363163736631551782,2182576632588191452,-287587716176199114,7376046741603723999,-3662188763968115066,-3649927321701726300,-6322154689480385441,1433367700983405027,7931070371229039490,1532594675812570864);
INSERT INTO contact_sums VALUES(1,1,0,1,-613694147057040273,-1662440843141733963,-8608275396112492961,-5059049869958403042,4189971186111199522,-9191114439120397868,7519763566120917214,4580411563369728581,2233137549579756278,8643109258508207619,-8157469784425103254);
INSERT INTO contact_sums VALUES(1,2,0,0,-98628457658370790,-6353388609389782385,-8453089649002296470,-4759243968261442898,1749224747533193204,5759443891039834829,7173093859503690770,-2955729810055204001,-3343348981352150503,-2008844329362987160,-6022688176846436213);
INSERT INTO contact_sums VALUES(1,2,0,1,-3805709197886094979,6790484534995571845,1447300514644243803,1111824994126569888,2103347169747962093,8193337708994620858,-4502386370089997376,1354374864031550402,-3366987784487705056,-5926746038407856976,-8941899016246053691);
CREATE TABLE agent_sums(
  run INTEGER NOT NULL,
  replication INTEGER NOT NULL,
  day INTEGER NOT NULL,
  scheduled_us INTEGER NOT NULL,
  present_us INTEGER NOT NULL,
  busy_us INTEGER NOT NULL,
  overtime_us INTEGER NOT NULL,
  peak_scheduled_us INTEGER NOT NULL,
  peak_present_us INTEGER NOT NULL,
  peak_busy_us INTEGER NOT NULL,
  peak_overtime_us INTEGER NOT NULL,
  peak_length_us INTEGER NOT NULL,
  PRIMARY KEY (run, replication, day),
  FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
) STRICT, WITHOUT ROWID;
INSERT INTO agent_sums VALUES(1,0,0,6353848000608806813,7817223230648258815,-1797825896396501456,-731800634568754711,1414519515228510906,7508637138623878239,-1810637266259588281,7655978328340571165,-532450829953365384);
INSERT INTO agent_sums VALUES(1,1,0,-6970182752247103147,3443394199298874982,2956384712806543383,-6199653186754226802,-395427008244114225,-6396747776936770879,-718254490497808044,-3214215455742733215,4963239511568734061);
INSERT INTO agent_sums VALUES(1,2,0,5618976686399308816,8081733983458816139,-1390671964363247956,-346364221424327186,-3256529525027064369,-7640899390442234930,8847259982563302998,-2192539605009242887,-6074290284397545241);
CREATE TABLE team_time(
  run INTEGER NOT NULL,
  replication INTEGER NOT NULL,
  day INTEGER NOT NULL,
  team INTEGER NOT NULL,
  scheduled_us INTEGER NOT NULL,
  PRIMARY KEY (run, replication, day, team),
  FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
) STRICT, WITHOUT ROWID;
INSERT INTO team_time VALUES(1,0,0,0,1000556317519771820);
INSERT INTO team_time VALUES(1,0,0,1,7068487416905635272);
INSERT INTO team_time VALUES(1,1,0,0,8679543055849438087);
INSERT INTO team_time VALUES(1,1,0,1,102669599125110220);
INSERT INTO team_time VALUES(1,2,0,0,8327646750012527115);
INSERT INTO team_time VALUES(1,2,0,1,-6957398417392929820);
CREATE TABLE activity_time(
  run INTEGER NOT NULL,
  replication INTEGER NOT NULL,
  day INTEGER NOT NULL,
  activity INTEGER NOT NULL,
  away_us INTEGER NOT NULL,
  PRIMARY KEY (run, replication, day, activity),
  FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
) STRICT, WITHOUT ROWID;
INSERT INTO activity_time VALUES(1,0,0,0,5212851896957457618);
INSERT INTO activity_time VALUES(1,0,0,1,-8163201266918191615);
INSERT INTO activity_time VALUES(1,1,0,0,-4348378528000793841);
INSERT INTO activity_time VALUES(1,1,0,1,-4456149799799949370);
INSERT INTO activity_time VALUES(1,2,0,0,-8613144017715165383);
INSERT INTO activity_time VALUES(1,2,0,1,-2276531779489503322);
CREATE TABLE segment(
  run INTEGER NOT NULL,
  replication INTEGER NOT NULL,
  first_position INTEGER NOT NULL CHECK (first_position >= 0),
  event_count INTEGER NOT NULL CHECK (event_count > 0),
  codec_version INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (run, replication, first_position),
  FOREIGN KEY (run, replication) REFERENCES replication(run, replication)
) STRICT;
INSERT INTO segment VALUES(1,1,0,100,1,2532601429470541124,X'e4cd703768a912ada9826e2b5249fd8de2bbe662a8a17cd2dcc1839008ae24d92f8f031caf148eafdf0fdc86d0f368cfe1ad163a4e2a7deaacfb895b63af2c6fb315a48336bb4ff7cc22d215643288c3e44e386d5f412ca72749f4050b48f0138fe5759c6a0cb637d8427a31760d2f367c7a1d2cbd09a1edd44989a11b1f1f4e53b33e431308010bd9127fddc7f12158e2209e244a64028f4aeef1ce22a39b33862097a9a38e1f6ad73f644ba419a35b15c6cf20ade87e43196d2a2b26a04a54815b074af412866ea9f8a52347c0b63c5af3b854bd34682e5ae746c8c8b3244d6ae6c40129c84ce0c22af47ba51a32fc4c0e0982bebae87710358f88d4723ff0adb6b4bbf2dfa009269d36d610fc8c40a0582958b2945df741f095da3f19448254173b802c49f224d2a13cbf');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',1);
CREATE INDEX run_by_scenario ON run(scenario);
CREATE INDEX replication_kept ON replication(run, replication) WHERE log_kept = 1;
CREATE TRIGGER scenario_fixed BEFORE UPDATE ON scenario
BEGIN SELECT RAISE(ABORT, 'scenario is append-only'); END;
CREATE TRIGGER scenario_kept BEFORE DELETE ON scenario
BEGIN SELECT RAISE(ABORT, 'scenario is append-only'); END;
CREATE TRIGGER scenario_once BEFORE INSERT ON scenario
WHEN EXISTS (SELECT 1 FROM scenario WHERE number = NEW.number OR fingerprint = NEW.fingerprint)
BEGIN SELECT RAISE(ABORT, 'scenario is append-only'); END;
CREATE TRIGGER scenario_file_fixed BEFORE UPDATE ON scenario_file
BEGIN SELECT RAISE(ABORT, 'scenario_file is append-only'); END;
CREATE TRIGGER scenario_file_kept BEFORE DELETE ON scenario_file
BEGIN SELECT RAISE(ABORT, 'scenario_file is append-only'); END;
CREATE TRIGGER scenario_file_once BEFORE INSERT ON scenario_file
WHEN EXISTS (SELECT 1 FROM scenario_file WHERE scenario = NEW.scenario AND name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'scenario_file is append-only'); END;
CREATE TRIGGER run_fixed BEFORE UPDATE OF number, id, scenario, seed, replications, engine_version, created_at
ON run BEGIN SELECT RAISE(ABORT, 'what a run was asked for does not change'); END;
CREATE TRIGGER run_finished BEFORE UPDATE OF state, digest ON run WHEN OLD.state = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete run does not change'); END;
CREATE TRIGGER run_kept BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;
CREATE TRIGGER run_once BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM run WHERE number = NEW.number OR id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;
CREATE TRIGGER run_name_once BEFORE UPDATE OF name ON run
WHEN EXISTS (SELECT 1 FROM run WHERE name = NEW.name AND number <> NEW.number)
BEGIN SELECT RAISE(ABORT, 'a name belongs to one run'); END;
CREATE TRIGGER run_override_fixed BEFORE UPDATE ON run_override
BEGIN SELECT RAISE(ABORT, 'run_override is append-only'); END;
CREATE TRIGGER run_override_kept BEFORE DELETE ON run_override
BEGIN SELECT RAISE(ABORT, 'run_override is append-only'); END;
CREATE TRIGGER run_override_once BEFORE INSERT ON run_override
WHEN EXISTS (SELECT 1 FROM run_override WHERE run = NEW.run AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'run_override is append-only'); END;
CREATE TRIGGER run_queue_fixed BEFORE UPDATE ON run_queue
BEGIN SELECT RAISE(ABORT, 'run_queue is append-only'); END;
CREATE TRIGGER run_queue_kept BEFORE DELETE ON run_queue
BEGIN SELECT RAISE(ABORT, 'run_queue is append-only'); END;
CREATE TRIGGER run_queue_once BEFORE INSERT ON run_queue
WHEN EXISTS (SELECT 1 FROM run_queue WHERE run = NEW.run AND queue = NEW.queue)
BEGIN SELECT RAISE(ABORT, 'run_queue is append-only'); END;
CREATE TRIGGER run_team_fixed BEFORE UPDATE ON run_team
BEGIN SELECT RAISE(ABORT, 'run_team is append-only'); END;
CREATE TRIGGER run_team_kept BEFORE DELETE ON run_team
BEGIN SELECT RAISE(ABORT, 'run_team is append-only'); END;
CREATE TRIGGER run_team_once BEFORE INSERT ON run_team
WHEN EXISTS (SELECT 1 FROM run_team WHERE run = NEW.run AND team = NEW.team)
BEGIN SELECT RAISE(ABORT, 'run_team is append-only'); END;
CREATE TRIGGER run_activity_fixed BEFORE UPDATE ON run_activity
BEGIN SELECT RAISE(ABORT, 'run_activity is append-only'); END;
CREATE TRIGGER run_activity_kept BEFORE DELETE ON run_activity
BEGIN SELECT RAISE(ABORT, 'run_activity is append-only'); END;
CREATE TRIGGER run_activity_once BEFORE INSERT ON run_activity
WHEN EXISTS (SELECT 1 FROM run_activity WHERE run = NEW.run AND activity = NEW.activity)
BEGIN SELECT RAISE(ABORT, 'run_activity is append-only'); END;
CREATE TRIGGER replication_open BEFORE INSERT ON replication
WHEN (SELECT state FROM run WHERE number = NEW.run) <> 'running'
BEGIN SELECT RAISE(ABORT, 'only a running run takes replications'); END;
CREATE TRIGGER replication_fixed BEFORE UPDATE ON replication
BEGIN SELECT RAISE(ABORT, 'replication is append-only'); END;
CREATE TRIGGER replication_kept_whole BEFORE DELETE ON replication
BEGIN SELECT RAISE(ABORT, 'replication is append-only'); END;
CREATE TRIGGER replication_once BEFORE INSERT ON replication
WHEN EXISTS (SELECT 1 FROM replication WHERE run = NEW.run AND replication = NEW.replication)
BEGIN SELECT RAISE(ABORT, 'replication is append-only'); END;
CREATE TRIGGER contact_sums_fixed BEFORE UPDATE ON contact_sums
BEGIN SELECT RAISE(ABORT, 'contact_sums is append-only'); END;
CREATE TRIGGER contact_sums_kept BEFORE DELETE ON contact_sums
BEGIN SELECT RAISE(ABORT, 'contact_sums is append-only'); END;
CREATE TRIGGER agent_sums_fixed BEFORE UPDATE ON agent_sums
BEGIN SELECT RAISE(ABORT, 'agent_sums is append-only'); END;
CREATE TRIGGER agent_sums_kept BEFORE DELETE ON agent_sums
BEGIN SELECT RAISE(ABORT, 'agent_sums is append-only'); END;
CREATE TRIGGER team_time_fixed BEFORE UPDATE ON team_time
BEGIN SELECT RAISE(ABORT, 'team_time is append-only'); END;
CREATE TRIGGER team_time_kept BEFORE DELETE ON team_time
BEGIN SELECT RAISE(ABORT, 'team_time is append-only'); END;
CREATE TRIGGER activity_time_fixed BEFORE UPDATE ON activity_time
BEGIN SELECT RAISE(ABORT, 'activity_time is append-only'); END;
CREATE TRIGGER activity_time_kept BEFORE DELETE ON activity_time
BEGIN SELECT RAISE(ABORT, 'activity_time is append-only'); END;
CREATE TRIGGER segment_fixed BEFORE UPDATE ON segment
BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
CREATE TRIGGER segment_kept BEFORE DELETE ON segment
BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
CREATE TRIGGER segment_once BEFORE INSERT ON segment
WHEN EXISTS (
  SELECT 1 FROM segment
  WHERE run = NEW.run AND replication = NEW.replication AND first_position = NEW.first_position)
BEGIN SELECT RAISE(ABORT, 'segment is append-only'); END;
COMMIT;
