import { changeLogSuite } from '../testing/change-log-suite.ts'
import { memoryChangeLog } from './memory-change-log.ts'

changeLogSuite('memory', memoryChangeLog)
