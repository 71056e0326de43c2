import { commandSuite } from '../testing/command-suite.ts'
import { memoryCommands } from './memory-commands.ts'

commandSuite('memory', memoryCommands)
