import { ColdStoreError, daysBefore, questions, questionSql, type ColdEngine, type ColdRows, type Question } from '@keg/cold-store'
import { cloudFlags, cloudHelp } from '../../core/choose-cloud.ts'
import { countFlag, given, textFlag } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'
import { engineOf } from './place.ts'
import { plotOf, shownOf, type Shown } from './plot.ts'
import { objectOf, tableOf } from './table.ts'

/** SQL to ask, and what a plot of its answer shows; absent: whatever there is. */
interface Asked {
  readonly sql: string
  readonly shown?: Shown
}

const OF_QUESTIONS = ['from', 'to', 'capacity-l', 'warm-c', 'small-ml', 'limit'] as const
const PLOT_WIDTH = 80
/** Whoever has just started a system looks too early. */
const DELIVERIES = 'What comes is delivered to the cold store every five minutes.'

/** `keg query`: everything that ever came, asked in SQL. */
export const query: Verb = {
  usage: "keg query QUESTION | --sql '…' | --list [--from DAY] [--to DAY] [--json | --plot | --print-sql] [--core NAME | --endpoint URL | --aws --database NAME --work-group NAME | --from-dir DIR]",
  help: `The cold store, asked in SQL that Athena and DuckDB both take: tables telemetry and pours, a day of arrival each partition.
${DELIVERIES}

${Object.entries(questions).map(([name, { title }]) => `  ${name.padEnd(15)}  ${title}`).join('\n')}

  --sql '…'        a question of your own: one SELECT
  --list           what questions there are
  --print-sql      the SQL alone, which is not asked

  --from DAY       the first day, as 2026-11-01 (UTC); by default as many before the last as the question looks back
  --to DAY         the last day; today by default
  --capacity-l N   empties: what a keg holds, 30 by default
  --warm-c N       warm: the limit in degrees Celsius, 8 by default
  --small-ml N     waste: pours below are foam and drips, 100 by default
  --limit N        slow: how many, 20 by default

  --json           a line of JSON for each row
  --plot           a bar for each row

  --from-dir DIR   DuckDB over a folder that is laid out as the bucket: …/telemetry/day=…/, …/pours/day=…/
${cloudHelp}
  --aws            Athena of the account that the environment's credentials, or those of --profile NAME, are of [--region REGION]
  --database NAME, --work-group NAME
                   where Athena asks; by default the outputs ColdDatabase and ColdWorkGroup of the cloud that runs`,
  flags: {
    ...Object.fromEntries(['sql', ...OF_QUESTIONS, 'from-dir', 'database', 'work-group', 'profile', 'region'].map((name) => [
      name, { type: 'string' } as const,
    ])),
    ...Object.fromEntries(['list', 'print-sql', 'json', 'plot', 'aws'].map((name) => [name, { type: 'boolean' } as const])),
    ...cloudFlags,
  },
  arguments: ['[QUESTION]'],
  async run(flags, [name], terminal) {
    if (flags['list'] === true) return list(flags, terminal)
    const asked = askedOf(flags, name)
    if (flags['json'] === true && flags['plot'] === true) throw new UsageError('--json and --plot are one or the other.')
    if (flags['print-sql'] === true) {
      terminal.out(asked.sql)
      return 0
    }
    try {
      return tell(await askOnce(await engineOf(flags), asked.sql), asked, flags, terminal)
    } catch (error) {
      if (!(error instanceof ColdStoreError)) throw error
      terminal.err(oneLine(error.message))
      return 1
    }
  },
}

async function askOnce(engine: ColdEngine, sql: string): Promise<ColdRows> {
  try {
    return await engine.query(sql)
  } finally {
    await engine.close()
  }
}

function list(flags: Flags, terminal: Terminal): number {
  for (const [name, { title, days }] of Object.entries(questions))
    terminal.out(flags['json'] === true ? JSON.stringify({ name, title, days }) : `${name.padEnd(8)}  ${title}`)
  return 0
}

function askedOf(flags: Flags, name: string | undefined): Asked {
  const sql = textFlag(flags, 'sql')
  if ((sql === undefined) === (name === undefined))
    throw new UsageError(`What is asked: one of ${Object.keys(questions).join(', ')}, or --sql '…'.`)
  if (sql === undefined) return ready(flags, name ?? '')
  const other = OF_QUESTIONS.find((flag) => flags[flag] !== undefined)
  if (other !== undefined) throw new UsageError(`--${other} is for the questions that are ready: write it into the SQL.`)
  if (sql.trim() === '') throw new UsageError('--sql is empty.')
  return { sql }
}

function ready(flags: Flags, name: string): Asked {
  const question: Question | undefined = Object.entries(questions).find(([each]) => each === name)?.[1]
  if (question === undefined)
    throw new UsageError(`There is no question "${name}": there are ${Object.keys(questions).join(', ')}, and --sql '…'.`)
  const to = dayFlag(flags, 'to') ?? new Date().toISOString().slice(0, 10)
  const from = dayFlag(flags, 'from') ?? daysBefore(to, question.days)
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}.`)
  const litres = numberFlag(flags, 'capacity-l')
  if (litres !== undefined && litres <= 0) throw new UsageError('--capacity-l takes litres above 0.')
  const settings = given({
    capacityMl: litres === undefined ? undefined : Math.round(litres * 1_000), warmCelsius: numberFlag(flags, 'warm-c'),
    smallMl: countFlag(flags, 'small-ml'), limit: countFlag(flags, 'limit'),
  })
  return { sql: questionSql(question, { from, to, ...settings }), shown: question.plot }
}

/** The value of a flag that takes a day. Throws `UsageError` for what is none. */
function dayFlag(flags: Flags, name: string): string | undefined {
  const text = textFlag(flags, name)
  if (text === undefined) return undefined
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
  if (!isDay) throw new UsageError(`--${name} takes a day, as 2026-11-01, not "${text}".`)
  return text
}

/** The value of a flag that takes a number. Throws `UsageError` for what is none. */
function numberFlag(flags: Flags, name: string): number | undefined {
  const text = textFlag(flags, name)
  if (text !== undefined && !/^-?\d{1,6}(?:\.\d{1,3})?$/.test(text)) throw new UsageError(`--${name} takes a number, not "${text}".`)
  return text === undefined ? undefined : Number(text)
}

function tell(answer: ColdRows, { shown = shownOf(answer) }: Asked, flags: Flags, terminal: Terminal): number {
  if (answer.rows.length === 0) terminal.err(flags['from-dir'] === undefined ? `No rows. ${DELIVERIES}` : 'No rows.')
  else if (flags['json'] === true) for (const row of answer.rows) terminal.out(JSON.stringify(objectOf(answer, row)))
  else if (flags['plot'] !== true) terminal.out(tableOf(answer).join('\n'))
  else if (shown === undefined) throw new UsageError('--plot needs a column of numbers.')
  else terminal.out(plotOf(answer, shown, process.stdout.columns ?? PLOT_WIDTH).join('\n'))
  return 0
}
