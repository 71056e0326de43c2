import { expect, it } from 'vitest'
import { datePattern, formatDate } from './date-pattern.ts'
import { parseDate, precisionOf } from './parse-date.ts'

const atMs = Date.UTC(2018, 7, 27, 10, 30, 5, 42)

// https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html
it.each([
  ['yyyy/MM/dd/HH', 'UTC', '2018/08/27/10'],
  ["'year='yyyy'/month='MM", 'UTC', 'year=2018/month=08'],
  ["yy-M-d h:mm:ss.SSS a", 'UTC', '18-8-27 10:30:05.042 AM'],
  ['yyyy-MM-dd HH', 'Asia/Tokyo', '2018-08-27 19'],
  ['yyyy-MM-dd HH Z', 'America/New_York', '2018-08-27 06 -0400'],
  ['EEE EEEE MMM MMMM', 'UTC', 'Mon Monday Aug August'],
  ['YYYY w D Q', 'UTC', '2018 35 239 3'],
  ["HH 'o''clock' ''", 'UTC', "10 o'clock '"],
  ['XXX x', 'UTC', 'Z +00'],
])('writes %s in %s', (pattern, timeZone, expected) => {
  expect(formatDate(pattern, atMs, timeZone)).toBe(expected)
})

it('takes the last days of a year to the next one\'s first week', () => {
  expect(formatDate('YYYY-yyyy', Date.UTC(2018, 11, 31))).toBe('2019-2018')
})

it('refuses letters that it does not know', () => {
  expect(() => datePattern('yyyy G')).toThrow('The letter G of the date pattern yyyy G is not supported')
})

it.each([
  ['yyyyMM', '201812', Date.UTC(2018, 11)],
  ['dd-MM-yyyy-HH-mm-ss', '31-12-2018-23-59-58', Date.UTC(2018, 11, 31, 23, 59, 58)],
  ['yyyy/M/d', '2018/8/27', Date.UTC(2018, 7, 27)],
  ['yyyy-MM-dd', '2018-08', undefined],
  ['yyyy', 'year', undefined],
])('reads %s of %s', (pattern, text, expected) => {
  expect(parseDate(pattern, text)).toBe(expected)
})

it.each([
  ['yyyy', 'years'], ['yyyyMM', 'months'], ['dd-MM-yyyy', 'days'], ['yyyy/MM/dd/HH', 'hours'],
])('%s is precise to %s', (pattern, expected) => {
  expect(precisionOf(pattern)).toBe(expected)
})
