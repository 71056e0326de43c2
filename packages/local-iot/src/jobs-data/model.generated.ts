// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of @aws-sdk/client-iot-jobs-data-plane,
// and jobs-data-constraints.json. Do not edit.
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
    DescribeJobExecutionRequest: { jobId: { type: 'string', in: 'label', constraint: 'DescribeJobExecutionJobId' }, thingName: { type: 'string', in: 'label', constraint: 'ThingName' }, includeJobDocument: { type: 'boolean', in: 'query:includeJobDocument' }, executionNumber: { type: 'number', in: 'query:executionNumber' } },
    DescribeJobExecutionResponse: { execution: { type: 'struct:JobExecution' } },
    GetPendingJobExecutionsRequest: { thingName: { type: 'string', in: 'label', constraint: 'ThingName' } },
    GetPendingJobExecutionsResponse: { inProgressJobs: { type: 'list:struct:JobExecutionSummary' }, queuedJobs: { type: 'list:struct:JobExecutionSummary' } },
    JobExecution: { jobId: { type: 'string' }, thingName: { type: 'string' }, status: { type: 'string' }, statusDetails: { type: 'map:string' }, queuedAt: { type: 'number' }, startedAt: { type: 'number' }, lastUpdatedAt: { type: 'number' }, approximateSecondsBeforeTimedOut: { type: 'number' }, versionNumber: { type: 'number' }, executionNumber: { type: 'number' }, jobDocument: { type: 'string' } },
    JobExecutionState: { status: { type: 'string' }, statusDetails: { type: 'map:string' }, versionNumber: { type: 'number' } },
    JobExecutionSummary: { jobId: { type: 'string' }, queuedAt: { type: 'number' }, startedAt: { type: 'number' }, lastUpdatedAt: { type: 'number' }, versionNumber: { type: 'number' }, executionNumber: { type: 'number' } },
    StartCommandExecutionRequest: { targetArn: { type: 'string', constraint: 'TargetArn' }, commandArn: { type: 'string' }, parameters: { type: 'map:struct:CommandParameterValue', constraint: 'CommandExecutionParameterMap' }, executionTimeoutSeconds: { type: 'number', constraint: 'CommandExecutionTimeoutInSeconds' }, clientToken: { type: 'string', constraint: 'ClientRequestTokenV2' } },
    StartCommandExecutionResponse: { executionId: { type: 'string' } },
    StartNextPendingJobExecutionRequest: { thingName: { type: 'string', in: 'label', constraint: 'ThingName' }, statusDetails: { type: 'map:string', constraint: 'DetailsMap' }, stepTimeoutInMinutes: { type: 'number' } },
    StartNextPendingJobExecutionResponse: { execution: { type: 'struct:JobExecution' } },
    UpdateJobExecutionRequest: { jobId: { type: 'string', in: 'label', constraint: 'JobId' }, thingName: { type: 'string', in: 'label', constraint: 'ThingName' }, status: { type: 'string', constraint: 'JobExecutionStatus' }, statusDetails: { type: 'map:string', constraint: 'DetailsMap' }, stepTimeoutInMinutes: { type: 'number' }, expectedVersion: { type: 'number' }, includeJobExecutionState: { type: 'boolean' }, includeJobDocument: { type: 'boolean' }, executionNumber: { type: 'number' } },
    UpdateJobExecutionResponse: { executionState: { type: 'struct:JobExecutionState' }, jobDocument: { type: 'string' } },
  },
  constraints: {
    BinaryParameterValue: {"min":1},
    ClientRequestTokenV2: {"min":1,"max":64,"pattern":"^[\\x21-\\x7E]+$"},
    CommandExecutionParameterMap: {"min":1,"key":"CommandParameterName"},
    CommandExecutionTimeoutInSeconds: {"min":1},
    CommandParameterName: {"min":1,"max":192,"pattern":"^[.$a-zA-Z0-9_-]+$"},
    DescribeJobExecutionJobId: {"pattern":"[a-zA-Z0-9_-]+|^\\$next"},
    DetailsKey: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    DetailsMap: {"of":"DetailsValue","key":"DetailsKey"},
    DetailsValue: {"min":1,"pattern":"[^\\p{C}]+"},
    JobExecutionStatus: {"oneOf":["QUEUED","IN_PROGRESS","SUCCEEDED","FAILED","TIMED_OUT","REJECTED","REMOVED","CANCELED"]},
    JobId: {"min":1,"max":64,"pattern":"[a-zA-Z0-9_-]+"},
    StringParameterValue: {"min":1},
    TargetArn: {"max":2048},
    ThingName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9:_-]+"},
    UnsignedLongParameterValue: {"min":1,"max":20,"pattern":"^[0-9]*$"},
  },
  shapesOf: {
    DescribeJobExecution: { input: 'DescribeJobExecutionRequest', output: 'DescribeJobExecutionResponse' },
    GetPendingJobExecutions: { input: 'GetPendingJobExecutionsRequest', output: 'GetPendingJobExecutionsResponse' },
    StartCommandExecution: { input: 'StartCommandExecutionRequest', output: 'StartCommandExecutionResponse' },
    StartNextPendingJobExecution: { input: 'StartNextPendingJobExecutionRequest', output: 'StartNextPendingJobExecutionResponse' },
    UpdateJobExecution: { input: 'UpdateJobExecutionRequest', output: 'UpdateJobExecutionResponse' },
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

export interface DescribeJobExecutionRequest {
  readonly jobId?: string | undefined
  readonly thingName?: string | undefined
  readonly includeJobDocument?: boolean | undefined
  readonly executionNumber?: number | undefined
}

export interface DescribeJobExecutionResponse {
  readonly execution?: JobExecution | undefined
}

export interface GetPendingJobExecutionsRequest {
  readonly thingName?: string | undefined
}

export interface GetPendingJobExecutionsResponse {
  readonly inProgressJobs?: readonly (JobExecutionSummary)[] | undefined
  readonly queuedJobs?: readonly (JobExecutionSummary)[] | undefined
}

export interface JobExecution {
  readonly jobId?: string | undefined
  readonly thingName?: string | undefined
  readonly status?: string | undefined
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  readonly queuedAt?: number | undefined
  readonly startedAt?: number | undefined
  readonly lastUpdatedAt?: number | undefined
  readonly approximateSecondsBeforeTimedOut?: number | undefined
  readonly versionNumber?: number | undefined
  readonly executionNumber?: number | undefined
  readonly jobDocument?: string | undefined
}

export interface JobExecutionState {
  readonly status?: string | undefined
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  readonly versionNumber?: number | undefined
}

export interface JobExecutionSummary {
  readonly jobId?: string | undefined
  readonly queuedAt?: number | undefined
  readonly startedAt?: number | undefined
  readonly lastUpdatedAt?: number | undefined
  readonly versionNumber?: number | undefined
  readonly executionNumber?: number | undefined
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

export interface StartNextPendingJobExecutionRequest {
  readonly thingName?: string | undefined
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  readonly stepTimeoutInMinutes?: number | undefined
}

export interface StartNextPendingJobExecutionResponse {
  readonly execution?: JobExecution | undefined
}

export interface UpdateJobExecutionRequest {
  readonly jobId?: string | undefined
  readonly thingName?: string | undefined
  readonly status?: string | undefined
  readonly statusDetails?: Readonly<Record<string, string>> | undefined
  readonly stepTimeoutInMinutes?: number | undefined
  readonly expectedVersion?: number | undefined
  readonly includeJobExecutionState?: boolean | undefined
  readonly includeJobDocument?: boolean | undefined
  readonly executionNumber?: number | undefined
}

export interface UpdateJobExecutionResponse {
  readonly executionState?: JobExecutionState | undefined
  readonly jobDocument?: string | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iot-jobs-data_DescribeJobExecution.html */
  DescribeJobExecution: { input: DescribeJobExecutionRequest; output: DescribeJobExecutionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iot-jobs-data_GetPendingJobExecutions.html */
  GetPendingJobExecutions: { input: GetPendingJobExecutionsRequest; output: GetPendingJobExecutionsResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iot-jobs-data_StartCommandExecution.html */
  StartCommandExecution: { input: StartCommandExecutionRequest; output: StartCommandExecutionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iot-jobs-data_StartNextPendingJobExecution.html */
  StartNextPendingJobExecution: { input: StartNextPendingJobExecutionRequest; output: StartNextPendingJobExecutionResponse }
  /** @see https://docs.aws.amazon.com/iot/latest/apireference/API_iot-jobs-data_UpdateJobExecution.html */
  UpdateJobExecution: { input: UpdateJobExecutionRequest; output: UpdateJobExecutionResponse }
}
