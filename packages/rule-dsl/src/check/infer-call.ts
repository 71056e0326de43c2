import { functionCatalog } from '../functions/catalog.ts'
import type { Call } from '../syntax/ast.ts'
import { anything, type Inferred, isNothing, known, nothing, only, orUndefined, some, union } from './inferred.ts'
import type { Kind } from './schema.ts'

const RESULTS: readonly (readonly [names: string, kind: Kind])[] = [
  [
    'abs acos asin atan atan2 bitand bitnot bitor bitxor ceil cos cosh exp floor indexof length ln log mod numbytes power remainder round '
      +
      'sign sin sinh sqrt tan tanh time_to_epoch trunc',
    'number',
  ],
  [
    'accountid chr encode lower lpad ltrim md2 md5 parse_time principal regexp_replace regexp_substr replace rpad rtrim sha1 sha224 sha256 '
      +
      'sha384 sha512 sourceip substring traceid trim upper',
    'string',
  ],
  ['endswith regexp_matches startswith', 'boolean'],
]
const resultKinds: ReadonlyMap<string, Kind> = new Map(
  RESULTS.flatMap(([names, kind]) => names.split(' ').map((name) => [name, kind] as const)),
)
/** These take Null and Undefined for what they are. */
const TAKES_ABSENCE = new Set('isnull isundefined nanvl get_or_default get concat transform aws_lambda'.split(' '))

/** What a call gives, from its name and what is known of its arguments; `filter` is what FROM says. */
export function inferCall(call: Call, given: readonly Inferred[], filter: string | undefined): Inferred {
  const name = call.name.toLowerCase()
  const count = wrongCount(call)
  if (count !== undefined) return nothing(count)
  const empty = TAKES_ABSENCE.has(name) ? undefined : given.find((argument) => isNothing(argument) || onlyNull(argument))
  if (empty !== undefined) return nothing(empty.why ?? `${call.name}() of Null is Undefined`)
  switch (name) {
    case 'topic': return inferTopic(given[0], filter)
    case 'timestamp': return some('number')
    case 'rand': return some('number')
    case 'clientid': case 'newuuid': case 'sql_version': return some('string')
    case 'isnull': return absence(given[0], 'null')
    case 'isundefined': return absence(given[0], 'undefined')
    case 'get_or_default': return union([present(given[0] ?? anything), given[1] ?? some('undefined')])
    default: {
      const kind = resultKinds.get(name)
      return kind === undefined ? anything : orUndefined(kind)
    }
  }
}

const onlyNull = ({ kinds }: Inferred): boolean => kinds.size === 1 && kinds.has('null')
const present = (inferred: Inferred): Inferred => ({
  kinds: new Set([...inferred.kinds].filter((kind) => kind !== 'undefined' && kind !== 'null')),
})

function absence(argument: Inferred | undefined, kind: Kind): Inferred {
  if (argument === undefined) return some('boolean')
  if (!argument.kinds.has(kind)) return { ...known(false), why: `the value is never ${kind === 'null' ? 'Null' : 'Undefined'}` }
  return argument.kinds.size === 1 ? known(true) : some('boolean')
}

/** Why a call is always Undefined that has too few or too many arguments. */
export function wrongCount(call: Call): string | undefined {
  const given = call.arguments.length
  const { least, most } = functionCatalog.get(call.name.toLowerCase()) ?? { least: 0, most: Infinity }
  if (given >= least && given <= most) return undefined
  const wanted = most === Infinity ? `${least} or more` : least === most ? `${least}` : `${least} to ${most}`
  return `${call.name}() takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${given}`
}

/** A level that the filter spells out is known; one that it can not reach is Undefined. */
function inferTopic(argument: Inferred | undefined, filter: string | undefined): Inferred {
  const value = argument === undefined ? undefined : only(argument)?.value
  const level = typeof value === 'number' ? value : undefined
  if (argument !== undefined && level === undefined) return orUndefined('string')
  if (filter === undefined) return level === undefined ? some('string') : orUndefined('string')
  const levels = filter.split('/')
  const open = levels.at(-1) === '#'
  if (level === undefined) return open || levels.includes('+') ? some('string') : known(filter)
  const text = levels[level - 1]
  if (text === undefined && !open) return nothing(`topic(${level}) is beyond the ${levels.length} levels of '${filter}'`)
  if (text === undefined || text === '#') return orUndefined('string')
  return text === '+' ? some('string') : { ...known(text), why: `topic(${level}) of '${filter}' is '${text}'` }
}
