import type { SqlVersion } from '../value/value.ts'

/** What AWS documents of a function beside what it does. */
export interface CatalogEntry {
  /** The SQL version that brought it. */
  readonly since: SqlVersion
  /** The fewest arguments. */
  readonly least: number
  /** The most arguments. */
  readonly most: number
}

// Behind the names, how many arguments they take.
const SINCE_2015: Readonly<Record<string, string>> = {
  0: 'accountid clientid newuuid principal rand sql_version timestamp traceid',
  '0-1': 'get_user_properties topic',
  1:
    'abs acos asin atan bitnot ceil chr cos cosh exp floor get_mqtt_property ln log lower ltrim md2 md5 round rtrim sha1 sha224 sha256 sha384 sha512 ' +
    'sign sin sinh sqrt tan tanh trim upper',
  2: 'atan2 aws_lambda bitand bitor bitxor endswith get lpad mod nanvl power regexp_matches regexp_substr remainder rpad startswith trunc',
  '2-3': 'substring',
  3: 'machinelearning_predict regexp_replace replace',
  '3-4': 'get_secret',
  '1-Infinity': 'concat',
}
const SINCE_2016: Readonly<Record<string, string>> = {
  0: 'sourceip',
  1: 'isnull isundefined length numbytes',
  '1-2': 'get_or_default',
  2: 'encode indexof time_to_epoch',
  '2-3': 'get_thing_shadow parse_time',
  '2-6': 'decode',
  3: 'get_registry_data transform',
  '4-6': 'get_dynamodb',
}

const rows = (families: Readonly<Record<string, string>>, since: SqlVersion) =>
  Object.entries(families).flatMap(([counts, names]) => {
    const [least = 0, most = least] = counts.split('-').map(Number)
    return names.split(' ').map((name) => [name, { since, least, most }] as const)
  })

/**
 * Every function that AWS documents, by its name in lower case; `cast` is syntax, not here.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html
 */
export const functionCatalog: ReadonlyMap<string, CatalogEntry> = new Map([
  ...rows(SINCE_2015, '2015-10-08'), ...rows(SINCE_2016, '2016-03-23'),
])
