import { describe, expect, it } from 'vitest'
import { formatTime } from './format-time.ts'
import { parseTime } from './parse-time.ts'
import { timeZone } from './time-zone.ts'

const june = 1_497_028_786_123
const winter = 1_700_000_000_123

// Compared with Joda-Time and java.time of JDK 17, Locale.ENGLISH.
describe('formatTime', () => {
  it.each([
    ["yyyy.MM.dd G 'at' HH:mm:ss z", june, 'America/Belize', '2017.06.09 AD at 11:19:46 CST'],
    ["h 'o''clock' a, EEEE", june, 'UTC', "5 o'clock PM, Friday"],
    ['xxxx-ww-e C YY SSSSSS', 1_483_228_799_999, 'UTC', '2016-52-6 20 16 999000'],
    ['z zzzz', winter, 'Europe/Berlin', 'CET Central European Standard Time'],
    ['z', june, 'Asia/Tokyo', 'JST'],
    ['z', june, 'Asia/Kolkata', 'IST'],
    ['z', june, 'Australia/Sydney', 'AEST'],
    ['Z ZZ ZZZ', june, 'Asia/Kathmandu', '+0545 +05:45 Asia/Kathmandu'],
    ['k K h H', 1_483_228_800_000, 'UTC', '24 0 12 0'],
    ["'never closed", june, 'UTC', 'never closed'],
    ['yyyy q', june, 'UTC', undefined],
    ['', june, 'UTC', undefined],
    ['yyyy', 1e300, 'UTC', undefined],
  ])('%s at %d in %s', (pattern, epochMs, zone, text) => {
    expect(formatTime(pattern, epochMs, timeZone(zone) ?? expect.fail(`no zone ${zone}`))).toBe(text)
  })
  it.each(['Nowhere/Here', 'utc', '+25:00', '', '+1:2:3:4'])('knows no zone %j', (id) => {
    expect(timeZone(id)).toBeUndefined()
  })
})

describe('parseTime', () => {
  it.each([
    ['20200403094518123', 'yyyyMMddHHmmssSSS', 1_585_907_118_123],
    ['2020-02-30', 'yyyy-MM-dd', Date.UTC(2020, 1, 29)],
    ['2020-12-31 24:00', 'yyyy-MM-dd HH:mm', Date.UTC(2021, 0, 1)],
    ['2020-04-03T09:45', "yyyy-MM-dd'T'HH:mm[:ss[.SSS]]", Date.UTC(2020, 3, 3, 9, 45)],
    ['2020-04-03 12:30 AM PST', 'yyyy-MM-dd hh:mm a z', Date.UTC(2020, 3, 3, 7, 30)],
    ['2021-03-14 02:30 America/New_York', 'yyyy-MM-dd HH:mm VV', Date.UTC(2021, 2, 14, 7, 30)],
    ['2021-11-07 01:30 America/New_York', 'yyyy-MM-dd HH:mm VV', Date.UTC(2021, 10, 7, 5, 30)],
    ['Fri 03 Apr 20', 'EEE dd MMM yy', Date.UTC(2020, 3, 3)],
    ['Mon 03 Apr 20', 'EEE dd MMM yy', undefined],
    ['0044-03-15 BC', 'yyyy-MM-dd G', Date.parse('-000043-03-15T00:00:00Z')],
    ['12345-01-01', 'yyyy-MM-dd', undefined],
    ['2020-04', 'yyyy-MM', undefined],
    ['2020-04-03 30', 'yyyy-MM-dd mm', undefined],
    ['2020-04-03', 'yyyy-MM-dd]', undefined],
    ['2020-04-03', 'yyyy-MM-dd {', undefined],
  ])('%s as %s', (text, pattern, epochMs) => {
    expect(parseTime(text, pattern)).toBe(epochMs)
  })
})
