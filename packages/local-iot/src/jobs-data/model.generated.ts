// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot-jobs-data-plane,
// and constraints.json. Do not edit.
import type { Model, Route } from '@keg/aws-service'

export type Service = 'iot-jobs-data'

export const routes: readonly Route<Service>[] = [
  ['DescribeJobExecution', 'iot-jobs-data', 'GET', '/things/{thingName}/jobs/{jobId}'],
  ['GetPendingJobExecutions', 'iot-jobs-data', 'GET', '/things/{thingName}/jobs'],
  ['StartCommandExecution', 'iot-jobs-data', 'POST', '/command-executions'],
  ['StartNextPendingJobExecution', 'iot-jobs-data', 'PUT', '/things/{thingName}/jobs/$next'],
  ['UpdateJobExecution', 'iot-jobs-data', 'POST', '/things/{thingName}/jobs/{jobId}'],
]

export const model: Model = {
  structures: {
    CommandParameterValue: { S: { type: 'string', constraint: 'StringParameterValue' }, B: { type: 'boolean' }, I: { type: 'number' }, L: { type: 'number' }, D: { type: 'number' }, BIN: { type: 'blob', constraint: 'BinaryParameterValue' }, UL: { type: 'string', constraint: 'UnsignedLongParameterValue' } },
    StartCommandExecutionRequest: { targetArn: { type: 'string' }, commandArn: { type: 'string' }, parameters: { type: 'map:struct:CommandParameterValue' }, executionTimeoutSeconds: { type: 'number' }, clientToken: { type: 'string' } },
    StartCommandExecutionResponse: { executionId: { type: 'string' } },
  },
  constraints: {
    BinaryParameterValue: {"min":1},
    StringParameterValue: {"min":1},
    UnsignedLongParameterValue: {"min":1,"max":20,"pattern":"^[0-9]*$"},
  },
  shapesOf: {
    StartCommandExecution: { input: 'StartCommandExecutionRequest', output: 'StartCommandExecutionResponse' },
  },
}

export interface CommandParameterValue {
  readonly S?: string | undefined
  readonly B?: boolean | undefined
  readonly I?: number | undefined
  readonly L?: number | undefined
  readonly D?: number | undefined
  readonly BIN?: Uint8Array | undefined
  readonly UL?: string | undefined
}

export interface StartCommandExecutionRequest {
  readonly targetArn?: string | undefined
  readonly commandArn?: string | undefined
  readonly parameters?: Readonly<Record<string, CommandParameterValue>> | undefined
  readonly executionTimeoutSeconds?: number | undefined
  readonly clientToken?: string | undefined
}

export interface StartCommandExecutionResponse {
  readonly executionId?: string | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iot-jobs-data_StartCommandExecution.html */
  StartCommandExecution: { input: StartCommandExecutionRequest; output: StartCommandExecutionResponse }
}
