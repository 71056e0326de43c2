import { storeSuite } from '../testing/suite.ts'
import { memoryStore } from './memory.ts'

storeSuite('memory', memoryStore)
