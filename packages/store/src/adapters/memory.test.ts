import { readingSuite } from '../testing/reading-suite.ts'
import { storeSuite } from '../testing/suite.ts'
import { memoryReadings } from './memory-readings.ts'
import { memoryStore } from './memory.ts'

storeSuite('memory', memoryStore)
readingSuite('memory', () => {
  const ledger = memoryStore()
  return { ledger, readings: memoryReadings({ minutes: ledger }) }
})
