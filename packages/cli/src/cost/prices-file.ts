import { usEast1PriceTable, type PriceTable } from '@keg/local-iot'
import * as z from 'zod'
import { readJsonFile } from './json-file.ts'

const perMillion = z.number().nonnegative()
const tiers = z.array(z.strictObject({ perMillion, upTo: z.number().positive().optional() })).min(1).refine(
  (given) => given.every(({ upTo }, index) =>
    (index === given.length - 1 ? upTo === undefined : upTo !== undefined && upTo > (given[index - 1]?.upTo ?? 0))),
  'expected rising "upTo", and none in the last tier',
)
/** A number is the price of every million. */
const price = z.union([perMillion.transform((each) => ({ tiers: [{ perMillion: each }] })), z.strictObject({ tiers })])

const priceFile = z.strictObject({
  asOf: z.iso.date(),
  region: z.string().min(1),
  prices: z.strictObject({
    connectionMinutes: price, messages: price, rulesTriggered: price, actionsExecuted: price, shadowOperations: price,
    registryOperations: price,
  }).partial(),
})

/** The prices of a file, over those of us-east-1 for what it leaves out. Throws `UsageError` for a file that holds something else. */
export async function chosenPrices(file: string | undefined): Promise<PriceTable> {
  if (file === undefined) return usEast1PriceTable
  const { asOf, region, prices } = await readJsonFile(
    '--prices', file, priceFile, 'a table of prices: {"asOf","region","prices":{"messages":1.2}}',
  )
  const yours = Object.fromEntries(
    Object.entries(prices).flatMap(([kind, given]) => (given === undefined ? [] : [[kind, { ...given, mark: 'yours' as const }]])),
  )
  return { asOf, region, prices: { ...usEast1PriceTable.prices, ...yours } }
}
