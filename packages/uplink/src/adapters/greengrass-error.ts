import deviceSdk from 'aws-iot-device-sdk-v2'
import { UplinkError } from '../uplink-error.ts'

const { eventstream_rpc: rpc } = deviceSdk

/** What was asked of the nucleus: an operation, and the topic or filter that it was about. */
export interface IpcTarget {
  readonly operation: string
  readonly resource?: string
}

/** Errors that will be the same at the next try. */
const CALLERS_FAULT: ReadonlySet<unknown> = new Set([
  'InvalidArgumentsError', 'ResourceNotFoundError', 'ConflictError', 'FailedUpdateConditionCheckError',
])

/** What the IPC client rejected with, as an error of a line. */
export function greengrassError(error: unknown, target: IpcTarget): UplinkError {
  const { operation, resource } = target
  const evidence = { cause: error, ...(resource === undefined ? {} : { topic: resource }) }
  const what = `${operation}${resource === undefined ? '' : ` ${resource}`}`
  // What was cancelled rejects with a string.
  if (!(error instanceof rpc.RpcError))
    return new UplinkError('DISCONNECTED', `The nucleus has not answered ${what}: ${String(error)}`, evidence)
  const { type, description, serviceError } = error
  if (type === rpc.RpcErrorType.ServiceError) {
    const { code, message } = served(serviceError)
    if (code === 'UnauthorizedError') {
      return new UplinkError(
        'REFUSED', `The nucleus does not let this component ${operation} ${resource ?? ''}: ${message} ${missingAccess(target)}`, evidence,
      )
    }
    return new UplinkError(
      CALLERS_FAULT.has(code) ? 'REFUSED' : 'UNAVAILABLE', `The nucleus refused ${what}: ${code}: ${message}`, evidence,
    )
  }
  const isOurs = type === rpc.RpcErrorType.ValidationError
    || type === rpc.RpcErrorType.SerializationError
    || /SIZE_EXCEEDED/.test(`${description} ${String(error.internalError)}`)
  return new UplinkError(
    isOurs ? 'REFUSED' : 'DISCONNECTED',
    `${isOurs ? 'The IPC client does not send' : 'The nucleus has not answered'} ${what}: ${description}`,
    evidence,
  )
}

/** The error as the Java nucleus says it, and nucleus lite, which leaves `message` out. */
function served(serviceError: unknown): { code: string; message: string } {
  const told = typeof serviceError === 'object' && serviceError !== null ? serviceError : {}
  const text = (name: string) => Object.entries(told).find(([key, value]) => key === name && typeof value === 'string')?.[1] as string
    | undefined
  return { code: text('_errorCode') ?? 'ServiceError', message: text('message') ?? text('_message') ?? 'no reason given' }
}

function missingAccess({ operation, resource = '*' }: IpcTarget): string {
  const policy = { operations: [`aws.greengrass#${operation}`], resources: [resource] }
  return `Add to the component's accessControl, under aws.greengrass.ipc.mqttproxy: ${JSON.stringify(policy)}`
}
