import { readingSuite } from '../testing/reading-suite.ts'
import { storeSuite } from '../testing/suite.ts'
import { swapSuite } from '../testing/swap-suite.ts'
import { memoryReadings } from './memory-readings.ts'
import { memorySwaps } from './memory-swaps.ts'
import { memoryStore } from './memory.ts'

storeSuite('memory', memoryStore)
swapSuite('memory', memorySwaps)
readingSuite('memory', () => {
  const ledger = memoryStore()
  return { ledger, readings: memoryReadings({ minutes: ledger }) }
})
