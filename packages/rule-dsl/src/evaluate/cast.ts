import type { CastType } from '../syntax/ast.ts'
import { toBoolean, toNumber, toText } from '../value/conversion.ts'
import { compareNumbers, decimalOf, floor, isNumber } from '../value/number.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'

/**
 * `cast(value AS type)`: as the implicit conversions, and Boolean to and from numbers; Null is Undefined for every target.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-cast
 */
export function cast(value: SqlValue, type: CastType, version: SqlVersion): SqlValue {
  switch (type) {
    case 'String': return toText(value)
    case 'Boolean': return isNumber(value) ? compareNumbers(value, 0) !== 0 : toBoolean(value)
    default: {
      const number = typeof value === 'boolean' ? Number(value) : toNumber(value, version)
      if (number === undefined) return undefined
      return type === 'Int' ? floor(number) : decimalOf(number, version)
    }
  }
}
