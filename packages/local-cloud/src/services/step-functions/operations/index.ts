import * as executions from './executions.ts'
import * as sendTask from './send-task.ts'
import * as stateMachines from './state-machines.ts'

export const operations = [...Object.values(executions), ...Object.values(sendTask), ...Object.values(stateMachines)]
