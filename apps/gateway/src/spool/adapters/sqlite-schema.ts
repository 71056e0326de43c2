import { KINDS } from '../spool.ts'

/** The `user_version` of the tables below. */
export const SCHEMA = 1

/** How lanes are written down. */
export const LANES = { batch: 0, direct: 1 } as const

const sheddable = Object.entries(KINDS).flatMap(([kind, { sheddable: may }]) => (may ? [`'${kind}'`] : []))

/**
 * An index ends with the row's id: `waiting` gives a keg's messages in order, `sheddable` the oldest of a kind. The counters spare a look
 * at all rows at opening. A batch names its rows, so that assigning writes one row and not a thousand.
 */
export const TABLES = `
  CREATE TABLE messages (
    id INTEGER PRIMARY KEY, lane INTEGER NOT NULL, kind TEXT NOT NULL, keg TEXT NOT NULL, topic TEXT NOT NULL,
    payload BLOB NOT NULL, taken_at_ms INTEGER NOT NULL, bytes INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX waiting ON messages (lane, keg);
  CREATE INDEX sheddable ON messages (kind) WHERE kind IN (${sheddable.join(', ')});
  CREATE TABLE counters (kind TEXT PRIMARY KEY, rows INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE batches (place INTEGER PRIMARY KEY, batch_id TEXT NOT NULL UNIQUE, ids TEXT NOT NULL) STRICT;
  CREATE TABLE unsendable (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, keg TEXT NOT NULL, topic TEXT NOT NULL, payload BLOB NOT NULL,
    taken_at_ms INTEGER NOT NULL, bytes INTEGER NOT NULL, reason TEXT NOT NULL, at_ms INTEGER NOT NULL
  ) STRICT;
  PRAGMA user_version = ${SCHEMA};
`

/** The statements, by name. */
export const STATEMENTS = {
  insert: 'INSERT INTO messages (id, lane, kind, keg, topic, payload, taken_at_ms, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  amounts: `SELECT kind, keg, count(*) AS rows, sum(bytes) AS bytes FROM (
      SELECT kind, keg, bytes FROM messages WHERE id IN (SELECT value FROM json_each(?))
    ) GROUP BY kind, keg`,
  kegBytes:
    `SELECT coalesce(sum(bytes), 0) AS bytes FROM messages WHERE lane IN (0, 1) AND keg = ? AND kind NOT IN (${sheddable.join(', ')})`,
  remove: 'DELETE FROM messages WHERE id IN (SELECT value FROM json_each(?))',
  count: `INSERT INTO counters (kind, rows, bytes) VALUES (?, ?, ?)
    ON CONFLICT (kind) DO UPDATE SET rows = excluded.rows, bytes = excluded.bytes`,
  counts: 'SELECT kind, rows, bytes FROM counters',
  assign: 'INSERT INTO batches (batch_id, ids) VALUES (?, ?)',
  book: 'DELETE FROM batches WHERE batch_id = ? RETURNING ids',
  batches: 'SELECT batch_id AS batchId, ids FROM batches ORDER BY place',
  byId: 'SELECT id, kind, keg AS kegId, topic, payload, taken_at_ms AS takenAtMs FROM messages WHERE id = ?',
  after: `SELECT id, kind, keg AS kegId, topic, payload, taken_at_ms AS takenAtMs FROM messages
    WHERE lane = ? AND keg = ? AND id > ? ORDER BY id LIMIT ?`,
  unsendable: `INSERT OR IGNORE INTO unsendable
    SELECT id, kind, keg, topic, payload, taken_at_ms, bytes, ?, ? FROM messages WHERE id = ? RETURNING bytes`,
  lastId: 'SELECT max(id) AS id FROM messages',
  oldestTakenAtMs: 'SELECT taken_at_ms AS takenAtMs FROM messages ORDER BY id LIMIT 1',
  // Jumps from keg to keg: SQLite's DISTINCT would go through all rows.
  kegs: `WITH RECURSIVE found (keg) AS (
      SELECT (SELECT keg FROM messages WHERE lane = $lane ORDER BY keg LIMIT 1)
      UNION ALL
      SELECT (SELECT keg FROM messages WHERE lane = $lane AND keg > found.keg ORDER BY keg LIMIT 1) FROM found WHERE found.keg IS NOT NULL
    ) SELECT keg FROM found WHERE keg IS NOT NULL`,
  freePages: 'SELECT freelist_count AS pages FROM pragma_freelist_count',
  oldestTelemetry: oldestOf('telemetry'),
  oldestSummary: oldestOf('summary'),
} as const

/** The oldest of a sheddable kind, which is a literal: SQLite uses no partial index for a parameter. */
function oldestOf(kind: 'telemetry' | 'summary'): string {
  return `SELECT id, bytes FROM messages WHERE kind = '${kind}' AND id > ? ORDER BY id LIMIT ?`
}
