/** What a question's SQL has in its braces. */
export type Setting = 'from' | 'to' | 'days' | 'capacityMl' | 'warmCelsius' | 'smallMl' | 'limit'

/** A question that is ready to be asked. */
export interface Question {
  readonly title: string
  /** How many days it looks back, where nobody says from when. */
  readonly days: number
  /** One text for Trino (Athena) and DuckDB, with settings in braces. */
  readonly sql: string
  /** What a plot shows: the value of each row, and the columns that name it. */
  readonly plot: { readonly labels: readonly string[]; readonly value: string }
}

// Rows come at least once: each question counts a pour by keg and pourId, a reading by keg, boot and seq.
const ONCE_POURED =
  `SELECT kegid, pourid, min(day) AS day, max(siteid) AS siteid, max(volumeml) AS volumeml, max(totaliserml) AS totaliserml, min(takenatms) AS takenatms
  FROM pours
  WHERE day BETWEEN '{from}' AND '{to}'
  GROUP BY kegid, pourid`
const ONCE_READ =
  `SELECT kegid, bootid, seq, max(siteid) AS siteid, min(takenatms) AS takenatms, max(celsius) AS celsius, bool_or(pouring) AS pouring
  FROM telemetry
  WHERE day BETWEEN '{from}' AND '{to}'
  GROUP BY kegid, bootid, seq`

/** The ready questions, by name. A day is the UTC day of arrival, as the tables are partitioned. */
export const questions = {
  litres: {
    title: 'Litres poured, by site and day',
    days: 30,
    sql: `WITH poured AS (
  ${ONCE_POURED}
)
SELECT siteid, day, count(*) AS pours, round(CAST(sum(volumeml) AS double) / 1000, 3) AS litres
FROM poured
GROUP BY siteid, day
ORDER BY siteid, day`,
    plot: { labels: ['siteid', 'day'], value: 'litres' },
  },
  warm: {
    title: 'Kegs that warmed up: above the limit after they had been below it',
    days: 7,
    sql: `WITH readings AS (
  ${ONCE_READ}
), followed AS (
  SELECT siteid, kegid, takenatms, celsius,
    min(celsius) OVER (PARTITION BY kegid ORDER BY takenatms, bootid, seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS coldest
  FROM readings
)
SELECT max_by(siteid, takenatms) AS siteid, kegid, min(coldest) AS coldest, max(celsius) AS warmest, min(takenatms) AS warmsincems, count(*) AS readings
FROM followed
WHERE celsius > {warmCelsius} AND coldest <= {warmCelsius}
GROUP BY kegid
ORDER BY warmest DESC, kegid`,
    plot: { labels: ['siteid', 'kegid'], value: 'warmest' },
  },
  slow: {
    title: 'Slowest pours: their volume by the time in which readings say that the keg poured, since the pour before, within ten minutes',
    days: 7,
    sql: `WITH poured AS (
  ${ONCE_POURED}
), readings AS (
  ${ONCE_READ}
), spans AS (
  SELECT siteid, kegid, pourid, volumeml, takenatms,
    greatest(coalesce(lag(takenatms) OVER (PARTITION BY kegid ORDER BY takenatms, pourid), 0), takenatms - 600000) AS afterms
  FROM poured
), timed AS (
  SELECT spans.siteid, spans.kegid, spans.pourid, spans.volumeml, CAST(max(readings.takenatms) - min(readings.takenatms) + 1000 AS double) / 1000 AS seconds
  FROM spans
  JOIN readings ON readings.kegid = spans.kegid AND readings.takenatms > spans.afterms AND readings.takenatms <= spans.takenatms
  WHERE readings.pouring
  GROUP BY spans.siteid, spans.kegid, spans.pourid, spans.volumeml
)
SELECT siteid, kegid, pourid, volumeml, seconds, round(CAST(volumeml AS double) / seconds, 1) AS mlpersecond
FROM timed
ORDER BY mlpersecond, kegid, pourid
LIMIT {limit}`,
    plot: { labels: ['kegid', 'pourid'], value: 'mlpersecond' },
  },
  waste: {
    title: 'Waste: what left the tap in pours that are too small to be sold, by site',
    days: 30,
    sql: `WITH poured AS (
  ${ONCE_POURED}
), sums AS (
  SELECT siteid, count(*) AS pours, sum(CASE WHEN volumeml < {smallMl} THEN 1 ELSE 0 END) AS smallpours,
    CAST(sum(CASE WHEN volumeml < {smallMl} THEN volumeml ELSE 0 END) AS double) AS wastedml, CAST(sum(volumeml) AS double) AS ml
  FROM poured
  GROUP BY siteid
)
SELECT siteid, pours, CAST(smallpours AS bigint) AS smallpours, round(ml / 1000, 3) AS litres, round(wastedml / 1000, 3) AS wastedlitres, round(100 * wastedml / ml, 1) AS wastedpercent
FROM sums
ORDER BY wastedpercent DESC, siteid`,
    plot: { labels: ['siteid'], value: 'wastedlitres' },
  },
  empties: {
    title: 'Forecast of empties: what is left of each keg, by its meter and capacity, at the rate of these days',
    days: 7,
    sql: `WITH poured AS (
  ${ONCE_POURED}
), kegs AS (
  SELECT max_by(siteid, takenatms) AS siteid, kegid, CAST({capacityMl} - max(totaliserml) % {capacityMl} AS double) AS leftml, CAST(sum(volumeml) AS double) / {days} AS mlperday
  FROM poured
  GROUP BY kegid
)
SELECT siteid, kegid, round(leftml / 1000, 3) AS litresleft, round(mlperday / 1000, 3) AS litresperday, round(leftml / mlperday, 1) AS daysleft
FROM kegs
ORDER BY daysleft, kegid`,
    plot: { labels: ['siteid', 'kegid'], value: 'daysleft' },
  },
} as const satisfies Record<string, Question>

export type QuestionName = keyof typeof questions

/** What a question is asked with. Days are `YYYY-MM-DD`, both included. */
export interface QuestionSettings {
  readonly from: string
  readonly to: string
  /** What a keg holds. Default: 30 l. */
  readonly capacityMl?: number
  /** Warmer than this is warm. Default: 8 °C. */
  readonly warmCelsius?: number
  /** Pours below this are waste: foam and drips. Default: 100 ml. */
  readonly smallMl?: number
  /** The most rows, of questions for the slowest. Default: 20. */
  readonly limit?: number
}

const DAY_MS = 86_400_000

/** The SQL of a question, with its settings in place. */
export function questionSql(
  { sql }: Question, { from, to, capacityMl = 30_000, warmCelsius = 8, smallMl = 100, limit = 20 }: QuestionSettings,
): string {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  const settings: Record<Setting, string | number> = { from, to, days, capacityMl, warmCelsius, smallMl, limit }
  return sql.replace(/\{(\w+)\}/g, (_, name: Setting) => String(settings[name]))
}

/** The days that a question is about, up to one. */
export const daysBefore = (to: string, days: number): string => new Date(Date.parse(to) - (days - 1) * DAY_MS).toISOString().slice(0, 10)
