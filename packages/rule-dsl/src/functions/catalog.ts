import type { SqlVersion } from '../value/value.ts'

const SINCE_2015 =
  'abs accountid acos asin atan atan2 bitand bitnot bitor bitxor ceil chr clientid concat cos cosh endswith exp floor get ' +
  'ln log lower lpad ltrim machinelearning_predict md2 md5 sha1 sha224 sha256 sha384 sha512 mod nanvl newuuid power principal ' +
  'rand regexp_matches regexp_replace regexp_substr remainder replace round rpad rtrim sign sin sinh sql_version sqrt startswith ' +
  'substring tan tanh timestamp topic traceid trim trunc upper aws_lambda get_mqtt_property get_secret get_user_properties'
const SINCE_2016 =
  'decode encode get_dynamodb get_or_default get_registry_data get_thing_shadow indexof isnull isundefined length numbytes ' +
  'parse_time sourceip time_to_epoch transform'

/**
 * Every function that AWS documents, by its name in lower case, with the SQL version that brought it; `cast` is syntax, not here.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html
 */
export const functionCatalog: ReadonlyMap<string, SqlVersion> = new Map([
  ...SINCE_2015.split(' ').map((name) => [name, '2015-10-08'] as const),
  ...SINCE_2016.split(' ').map((name) => [name, '2016-03-23'] as const),
])
