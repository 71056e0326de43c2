import { storeSuite } from '../testing/suite.ts'
import { swapSuite } from '../testing/swap-suite.ts'
import { memorySwaps } from './memory-swaps.ts'
import { memoryStore } from './memory.ts'

storeSuite('memory', memoryStore)
swapSuite('memory', memorySwaps)
