import type { Migration } from '../migrate.ts';

export const quality: Migration = {
  name: '0004-quality',
  sql: `
CREATE TABLE scorecards (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  form TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  operator_id TEXT,
  PRIMARY KEY (id, version)
) STRICT;
CREATE TABLE samples (
  id TEXT PRIMARY KEY,
  seed TEXT NOT NULL,
  period_from INTEGER NOT NULL,
  period_to INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  size INTEGER NOT NULL,
  population_size INTEGER NOT NULL,
  population_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  operator_id TEXT
) STRICT;
CREATE TABLE sample_items (
  sample_id TEXT NOT NULL REFERENCES samples(id),
  position INTEGER NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  segment_id TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  PRIMARY KEY (sample_id, position)
) STRICT;
CREATE TABLE reviews (
  id TEXT PRIMARY KEY,
  sample_id TEXT REFERENCES samples(id),
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  segment_id TEXT NOT NULL,
  scorecard_id TEXT NOT NULL,
  scorecard_version INTEGER NOT NULL,
  reviewer_id TEXT NOT NULL,
  reviewed_operator_id TEXT,
  answers TEXT NOT NULL,
  comment TEXT NOT NULL,
  score REAL,
  outcome TEXT NOT NULL,
  completed_at INTEGER,
  updated_at INTEGER NOT NULL,
  FOREIGN KEY (scorecard_id, scorecard_version) REFERENCES scorecards(id, version)
) STRICT;
CREATE INDEX reviews_by_time ON reviews (completed_at) WHERE completed_at IS NOT NULL;
CREATE INDEX reviews_by_sample ON reviews (sample_id);
CREATE TABLE survey_answers (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations(id),
  kind TEXT NOT NULL,
  score INTEGER,
  comment TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  answered_at INTEGER
) STRICT;
`,
};
