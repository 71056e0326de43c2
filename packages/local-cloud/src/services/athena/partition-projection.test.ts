import { expect, it } from 'vitest'
import { projectionOf } from './partition-projection.ts'
import { partitionsOf } from './table-partitions.ts'

const nowMs = Date.UTC(2026, 4, 15, 12)
const projection = (properties: Readonly<Record<string, string>>) => projectionOf({
  Name: 't', PartitionKeys: [{ Name: 'c' }], StorageDescriptor: { Location: 's3://b/t/' },
  Parameters: {
    'projection.enabled': 'true',
    ...Object.fromEntries(Object.entries(properties).map(([name, value]) => [`projection.c.${name}`, value])),
  },
}, nowMs)

// https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
it.each<[Record<string, string>, string[], string[]]>([
  [{ type: 'enum', values: 'A,B,Unknown' }, ['A', 'Unknown'], ['C', 'a']],
  [{ type: 'integer', range: '0,10' }, ['0', '10', '05'], ['11', '-1', 'x']],
  [{ type: 'INTEGER', range: ' 1 , 9 ', interval: '2' }, ['1', '3', '9'], ['2']],
  [{ type: 'date', format: 'yyyyMM', range: '201701,201812' }, ['201701', '201812'], ['201901', '2017']],
  [{ type: 'date', format: 'yyyy/MM/dd', range: 'NOW-3YEARS,NOW' }, ['2023/05/15', '2026/05/15'], ['2023/05/14', '2026/05/16']],
  [
    { type: 'date', format: 'yyyy-MM-dd-HH', range: '2026-01-01-00,NOW+1DAY', interval: '6', 'interval.unit': 'HOURS' },
    ['2026-01-01-06', '2026-05-16-12'], ['2026-01-01-05', '2026-05-16-18'],
  ],
  [{ type: 'date', format: 'yyyy-MM', range: '2026-01,NOW', interval: '2', 'interval.unit': 'months' }, ['2026-03'], ['2026-02']],
  [{ type: 'injected' }, ['anything'], []],
])('%j has %j and not %j', (properties, inside, outside) => {
  const [column] = projection(properties)?.columns ?? []
  expect([inside.map((value) => column?.contains(value)), outside.map((value) => column?.contains(value))]).toEqual([
    inside.map(() => true), outside.map(() => false),
  ])
})

it.each<[Record<string, string>, string]>([
  [{ type: 'beer' }, 'projection type of its column c is beer'],
  [{ type: 'enum' }, 'projection.c.values is missing'],
  [{ type: 'integer', range: '1' }, 'projection.c.range has to have two elements'],
  [{ type: 'date', format: 'yyyy-MM-dd-HH', range: 'NOW,NOW' }, 'projection.c.interval and projection.c.interval.unit are needed'],
  [{ type: 'date', format: 'yyyy', range: 'beer,NOW' }, 'The range of c has beer'],
])('refuses %j: %s', (properties, message) => {
  expect(() => projection(properties)).toThrow(message)
})

const table = (Parameters: Record<string, string>, PartitionKeys = [{ Name: 'day', Type: 'string' }, { Name: 'hour', Type: 'int' }]) => ({
  Name: 't', PartitionKeys, Parameters, StorageDescriptor: { Location: 's3://b/t/' },
})
const days = {
  'projection.enabled': 'true', 'projection.day.type': 'date', 'projection.day.format': 'yyyy/MM/dd',
  'projection.day.range': '2026/01/01,NOW', 'projection.hour.type': 'integer', 'projection.hour.range': '0,23',
  'projection.hour.digits': '2',
}
const found = async (input: ReturnType<typeof table>, keys: readonly string[], injected?: string) => (await partitionsOf(input, {
  objects: { list: async (_, prefix) => keys.filter((key) => key.startsWith(prefix)).map((key) => ({ key, bytes: 1 })) },
  partitions: [{ Values: ['2026-01-01', '5'] }], nowMs, equalTo: () => injected,
})).map(({ values, objects }) => [values.join(' '), objects.map(({ key }) => key)])

it('finds projected partitions by the template of their locations', async () => {
  const keys = [
    't/2026/01/02/05/a', 't/2026/01/02/05/b', 't/2026/01/02/5/c', 't/2025/12/31/05/d', 't/2026/01/02/24/e', 't/2026/01/03/00/_hidden',
  ]
  expect(await found(table({ ...days, 'storage.location.template': 's3://b/t/${day}/${hour}/' }), keys)).toEqual([
    ['2026/01/02 05', ['t/2026/01/02/05/a', 't/2026/01/02/05/b']],
  ])
})

it('finds partitions in Hive\'s style, and those of the catalog', async () => {
  const plain = { ...days, 'projection.day.format': 'yyyy-MM-dd', 'projection.day.range': '2026-01-01,NOW' }
  expect(await found(table(plain), ['t/day=2026-01-02/hour=05/a', 't/day=2026-01-02/hour=99/b'])).toEqual([
    ['2026-01-02 05', ['t/day=2026-01-02/hour=05/a']],
  ])
  expect(await found(table({}), ['t/day=2026-01-01/hour=5/a', 't/day=2026-01-02/hour=5/b'])).toEqual([
    ['2026-01-01 5', ['t/day=2026-01-01/hour=5/a']],
  ])
})

it('wants one value for an injected column', async () => {
  const keg = table({ 'projection.enabled': 'true', 'projection.keg.type': 'injected' }, [{ Name: 'keg', Type: 'string' }])
  expect(await found(keg, ['t/keg=1/a', 't/keg=2/b'], '2')).toEqual([['2', ['t/keg=2/b']]])
  await expect(found(keg, [])).rejects.toThrow('CONSTRAINT_VIOLATION: For the injected projected partition column keg')
})
