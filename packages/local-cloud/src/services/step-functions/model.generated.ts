// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    BillingDetails: { billedMemoryUsedInMB: { type: 'number' }, billedDurationInMilliseconds: { type: 'number' } },
    CloudWatchEventsExecutionDataDetails: { included: { type: 'boolean' } },
    CloudWatchLogsLogGroup: { logGroupArn: { type: 'string' } },
    DescribeExecutionInput: { executionArn: { type: 'string', required: true, constraint: 'Arn' }, includedData: { type: 'string', constraint: 'IncludedData' } },
    DescribeExecutionOutput: { executionArn: { type: 'string', required: true }, stateMachineArn: { type: 'string', required: true }, status: { type: 'string', required: true }, startDate: { type: 'timestamp', required: true }, name: { type: 'string' }, stopDate: { type: 'timestamp' }, input: { type: 'string' }, inputDetails: { type: 'struct:CloudWatchEventsExecutionDataDetails' }, output: { type: 'string' }, outputDetails: { type: 'struct:CloudWatchEventsExecutionDataDetails' }, traceHeader: { type: 'string' }, mapRunArn: { type: 'string' }, error: { type: 'string' }, cause: { type: 'string' }, stateMachineVersionArn: { type: 'string' }, stateMachineAliasArn: { type: 'string' }, redriveCount: { type: 'number' }, redriveDate: { type: 'timestamp' }, redriveStatus: { type: 'string' }, redriveStatusReason: { type: 'string' } },
    DescribeStateMachineInput: { stateMachineArn: { type: 'string', required: true, constraint: 'Arn' }, includedData: { type: 'string', constraint: 'IncludedData' } },
    DescribeStateMachineOutput: { stateMachineArn: { type: 'string', required: true }, name: { type: 'string', required: true }, definition: { type: 'string', required: true }, roleArn: { type: 'string', required: true }, type: { type: 'string', required: true }, creationDate: { type: 'timestamp', required: true }, status: { type: 'string' }, loggingConfiguration: { type: 'struct:LoggingConfiguration' }, tracingConfiguration: { type: 'struct:TracingConfiguration' }, label: { type: 'string' }, revisionId: { type: 'string' }, description: { type: 'string' }, encryptionConfiguration: { type: 'struct:EncryptionConfiguration' }, variableReferences: { type: 'map:list:string' } },
    EncryptionConfiguration: { type: { type: 'string', required: true }, kmsKeyId: { type: 'string' }, kmsDataKeyReusePeriodSeconds: { type: 'number' } },
    ExecutionListItem: { executionArn: { type: 'string', required: true }, stateMachineArn: { type: 'string', required: true }, name: { type: 'string', required: true }, status: { type: 'string', required: true }, startDate: { type: 'timestamp', required: true }, stopDate: { type: 'timestamp' }, mapRunArn: { type: 'string' }, itemCount: { type: 'number' }, stateMachineVersionArn: { type: 'string' }, stateMachineAliasArn: { type: 'string' }, redriveCount: { type: 'number' }, redriveDate: { type: 'timestamp' } },
    ListExecutionsInput: { stateMachineArn: { type: 'string', constraint: 'Arn' }, statusFilter: { type: 'string', constraint: 'ExecutionStatus' }, maxResults: { type: 'number', constraint: 'PageSize' }, nextToken: { type: 'string', constraint: 'ListExecutionsPageToken' }, mapRunArn: { type: 'string', constraint: 'LongArn' }, redriveFilter: { type: 'string', constraint: 'ExecutionRedriveFilter' } },
    ListExecutionsOutput: { executions: { type: 'list:struct:ExecutionListItem', required: true }, nextToken: { type: 'string' } },
    ListStateMachinesInput: { maxResults: { type: 'number', constraint: 'PageSize' }, nextToken: { type: 'string', constraint: 'PageToken' } },
    ListStateMachinesOutput: { stateMachines: { type: 'list:struct:StateMachineListItem', required: true }, nextToken: { type: 'string' } },
    LogDestination: { cloudWatchLogsLogGroup: { type: 'struct:CloudWatchLogsLogGroup' } },
    LoggingConfiguration: { level: { type: 'string' }, includeExecutionData: { type: 'boolean' }, destinations: { type: 'list:struct:LogDestination' } },
    SendTaskFailureInput: { taskToken: { type: 'string', required: true, constraint: 'TaskToken' }, error: { type: 'string', constraint: 'SensitiveError' }, cause: { type: 'string', constraint: 'SensitiveCause' } },
    SendTaskFailureOutput: { },
    SendTaskHeartbeatInput: { taskToken: { type: 'string', required: true, constraint: 'TaskToken' } },
    SendTaskHeartbeatOutput: { },
    SendTaskSuccessInput: { taskToken: { type: 'string', required: true, constraint: 'TaskToken' }, output: { type: 'string', required: true, constraint: 'SensitiveData' } },
    SendTaskSuccessOutput: { },
    StartExecutionInput: { stateMachineArn: { type: 'string', required: true, constraint: 'Arn' }, name: { type: 'string', constraint: 'Name' }, input: { type: 'string', constraint: 'SensitiveData' }, traceHeader: { type: 'string', constraint: 'TraceHeader' } },
    StartExecutionOutput: { executionArn: { type: 'string', required: true }, startDate: { type: 'timestamp', required: true } },
    StartSyncExecutionInput: { stateMachineArn: { type: 'string', required: true, constraint: 'Arn' }, name: { type: 'string', constraint: 'Name' }, input: { type: 'string', constraint: 'SensitiveData' }, traceHeader: { type: 'string', constraint: 'TraceHeader' }, includedData: { type: 'string', constraint: 'IncludedData' } },
    StartSyncExecutionOutput: { executionArn: { type: 'string', required: true }, startDate: { type: 'timestamp', required: true }, stopDate: { type: 'timestamp', required: true }, status: { type: 'string', required: true }, stateMachineArn: { type: 'string' }, name: { type: 'string' }, error: { type: 'string' }, cause: { type: 'string' }, input: { type: 'string' }, inputDetails: { type: 'struct:CloudWatchEventsExecutionDataDetails' }, output: { type: 'string' }, outputDetails: { type: 'struct:CloudWatchEventsExecutionDataDetails' }, traceHeader: { type: 'string' }, billingDetails: { type: 'struct:BillingDetails' } },
    StateMachineListItem: { stateMachineArn: { type: 'string', required: true }, name: { type: 'string', required: true }, type: { type: 'string', required: true }, creationDate: { type: 'timestamp', required: true } },
    StopExecutionInput: { executionArn: { type: 'string', required: true, constraint: 'Arn' }, error: { type: 'string', constraint: 'SensitiveError' }, cause: { type: 'string', constraint: 'SensitiveCause' } },
    StopExecutionOutput: { stopDate: { type: 'timestamp', required: true } },
    TracingConfiguration: { enabled: { type: 'boolean' } },
  },
  constraints: {
    Arn: {"min":1,"max":256},
    ExecutionRedriveFilter: {"oneOf":["REDRIVEN","NOT_REDRIVEN"]},
    ExecutionStatus: {"oneOf":["RUNNING","SUCCEEDED","FAILED","TIMED_OUT","ABORTED","PENDING_REDRIVE"]},
    IncludedData: {"oneOf":["ALL_DATA","METADATA_ONLY"]},
    ListExecutionsPageToken: {"min":1,"max":3096},
    LongArn: {"min":1,"max":2000},
    Name: {"min":1,"max":80},
    PageSize: {"min":0,"max":1000},
    PageToken: {"min":1,"max":1024},
    SensitiveCause: {"min":0,"max":32768},
    SensitiveData: {"max":262144},
    SensitiveError: {"min":0,"max":256},
    TaskToken: {"min":1,"max":2048},
    TraceHeader: {"min":0,"max":256,"pattern":"\\p{ASCII}*"},
  },
  shapesOf: {
    DescribeExecution: { input: 'DescribeExecutionInput', output: 'DescribeExecutionOutput' },
    DescribeStateMachine: { input: 'DescribeStateMachineInput', output: 'DescribeStateMachineOutput' },
    ListExecutions: { input: 'ListExecutionsInput', output: 'ListExecutionsOutput' },
    ListStateMachines: { input: 'ListStateMachinesInput', output: 'ListStateMachinesOutput' },
    SendTaskFailure: { input: 'SendTaskFailureInput', output: 'SendTaskFailureOutput' },
    SendTaskHeartbeat: { input: 'SendTaskHeartbeatInput', output: 'SendTaskHeartbeatOutput' },
    SendTaskSuccess: { input: 'SendTaskSuccessInput', output: 'SendTaskSuccessOutput' },
    StartExecution: { input: 'StartExecutionInput', output: 'StartExecutionOutput' },
    StartSyncExecution: { input: 'StartSyncExecutionInput', output: 'StartSyncExecutionOutput' },
    StopExecution: { input: 'StopExecutionInput', output: 'StopExecutionOutput' },
  },
}

export interface BillingDetails {
  readonly billedMemoryUsedInMB?: number | undefined
  readonly billedDurationInMilliseconds?: number | undefined
}

export interface CloudWatchEventsExecutionDataDetails {
  readonly included?: boolean | undefined
}

export interface CloudWatchLogsLogGroup {
  readonly logGroupArn?: string | undefined
}

export interface DescribeExecutionInput {
  readonly executionArn: string
  readonly includedData?: string | undefined
}

export interface DescribeExecutionOutput {
  readonly executionArn: string
  readonly stateMachineArn: string
  readonly status: string
  readonly startDate: number
  readonly name?: string | undefined
  readonly stopDate?: number | undefined
  readonly input?: string | undefined
  readonly inputDetails?: CloudWatchEventsExecutionDataDetails | undefined
  readonly output?: string | undefined
  readonly outputDetails?: CloudWatchEventsExecutionDataDetails | undefined
  readonly traceHeader?: string | undefined
  readonly mapRunArn?: string | undefined
  readonly error?: string | undefined
  readonly cause?: string | undefined
  readonly stateMachineVersionArn?: string | undefined
  readonly stateMachineAliasArn?: string | undefined
  readonly redriveCount?: number | undefined
  readonly redriveDate?: number | undefined
  readonly redriveStatus?: string | undefined
  readonly redriveStatusReason?: string | undefined
}

export interface DescribeStateMachineInput {
  readonly stateMachineArn: string
  readonly includedData?: string | undefined
}

export interface DescribeStateMachineOutput {
  readonly stateMachineArn: string
  readonly name: string
  readonly definition: string
  readonly roleArn: string
  readonly type: string
  readonly creationDate: number
  readonly status?: string | undefined
  readonly loggingConfiguration?: LoggingConfiguration | undefined
  readonly tracingConfiguration?: TracingConfiguration | undefined
  readonly label?: string | undefined
  readonly revisionId?: string | undefined
  readonly description?: string | undefined
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined
  readonly variableReferences?: Readonly<Record<string, readonly (string)[]>> | undefined
}

export interface EncryptionConfiguration {
  readonly type: string
  readonly kmsKeyId?: string | undefined
  readonly kmsDataKeyReusePeriodSeconds?: number | undefined
}

export interface ExecutionListItem {
  readonly executionArn: string
  readonly stateMachineArn: string
  readonly name: string
  readonly status: string
  readonly startDate: number
  readonly stopDate?: number | undefined
  readonly mapRunArn?: string | undefined
  readonly itemCount?: number | undefined
  readonly stateMachineVersionArn?: string | undefined
  readonly stateMachineAliasArn?: string | undefined
  readonly redriveCount?: number | undefined
  readonly redriveDate?: number | undefined
}

export interface ListExecutionsInput {
  readonly stateMachineArn?: string | undefined
  readonly statusFilter?: string | undefined
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
  readonly mapRunArn?: string | undefined
  readonly redriveFilter?: string | undefined
}

export interface ListExecutionsOutput {
  readonly executions: readonly (ExecutionListItem)[]
  readonly nextToken?: string | undefined
}

export interface ListStateMachinesInput {
  readonly maxResults?: number | undefined
  readonly nextToken?: string | undefined
}

export interface ListStateMachinesOutput {
  readonly stateMachines: readonly (StateMachineListItem)[]
  readonly nextToken?: string | undefined
}

export interface LogDestination {
  readonly cloudWatchLogsLogGroup?: CloudWatchLogsLogGroup | undefined
}

export interface LoggingConfiguration {
  readonly level?: string | undefined
  readonly includeExecutionData?: boolean | undefined
  readonly destinations?: readonly (LogDestination)[] | undefined
}

export interface SendTaskFailureInput {
  readonly taskToken: string
  readonly error?: string | undefined
  readonly cause?: string | undefined
}

export interface SendTaskFailureOutput {
}

export interface SendTaskHeartbeatInput {
  readonly taskToken: string
}

export interface SendTaskHeartbeatOutput {
}

export interface SendTaskSuccessInput {
  readonly taskToken: string
  readonly output: string
}

export interface SendTaskSuccessOutput {
}

export interface StartExecutionInput {
  readonly stateMachineArn: string
  readonly name?: string | undefined
  readonly input?: string | undefined
  readonly traceHeader?: string | undefined
}

export interface StartExecutionOutput {
  readonly executionArn: string
  readonly startDate: number
}

export interface StartSyncExecutionInput {
  readonly stateMachineArn: string
  readonly name?: string | undefined
  readonly input?: string | undefined
  readonly traceHeader?: string | undefined
  readonly includedData?: string | undefined
}

export interface StartSyncExecutionOutput {
  readonly executionArn: string
  readonly startDate: number
  readonly stopDate: number
  readonly status: string
  readonly stateMachineArn?: string | undefined
  readonly name?: string | undefined
  readonly error?: string | undefined
  readonly cause?: string | undefined
  readonly input?: string | undefined
  readonly inputDetails?: CloudWatchEventsExecutionDataDetails | undefined
  readonly output?: string | undefined
  readonly outputDetails?: CloudWatchEventsExecutionDataDetails | undefined
  readonly traceHeader?: string | undefined
  readonly billingDetails?: BillingDetails | undefined
}

export interface StateMachineListItem {
  readonly stateMachineArn: string
  readonly name: string
  readonly type: string
  readonly creationDate: number
}

export interface StopExecutionInput {
  readonly executionArn: string
  readonly error?: string | undefined
  readonly cause?: string | undefined
}

export interface StopExecutionOutput {
  readonly stopDate: number
}

export interface TracingConfiguration {
  readonly enabled?: boolean | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
  DescribeExecution: { input: DescribeExecutionInput; output: DescribeExecutionOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html */
  DescribeStateMachine: { input: DescribeStateMachineInput; output: DescribeStateMachineOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html */
  ListExecutions: { input: ListExecutionsInput; output: ListExecutionsOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListStateMachines.html */
  ListStateMachines: { input: ListStateMachinesInput; output: ListStateMachinesOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html */
  SendTaskFailure: { input: SendTaskFailureInput; output: SendTaskFailureOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskHeartbeat.html */
  SendTaskHeartbeat: { input: SendTaskHeartbeatInput; output: SendTaskHeartbeatOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html */
  SendTaskSuccess: { input: SendTaskSuccessInput; output: SendTaskSuccessOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
  StartExecution: { input: StartExecutionInput; output: StartExecutionOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html */
  StartSyncExecution: { input: StartSyncExecutionInput; output: StartSyncExecutionOutput }
  /** @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html */
  StopExecution: { input: StopExecutionInput; output: StopExecutionOutput }
}
