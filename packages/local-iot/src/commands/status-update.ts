import { isRecord } from '@keg/aws-service'
import type { CommandExecutionStatus, ResultValue, StatusReason } from '../state/commands.ts'
import type { Rejection, StatusUpdate } from './execution-status.ts'
import type { PayloadFormat } from './command-topics.ts'
import { parsePayload } from '../reserved-topics/payload-format.ts'

/** What a device's message says, and the token by which it knows the answer. */
export type ReadUpdate = { readonly clientToken?: string | undefined } & (
  { readonly update: StatusUpdate; readonly rejected?: undefined } | { readonly rejected: Rejection }
)

const STATUSES: ReadonlySet<unknown> = new Set<CommandExecutionStatus>(['IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'REJECTED', 'TIMED_OUT'])
const REASON_CODE = /^[A-Z0-9_-]{1,64}$/
const REASON_DESCRIPTION = /^\P{C}{0,1024}$/u
const RESULT_NAME = /^[a-zA-Z0-9_-]{1,32}$/

/**
 * Reads a device's report of an execution.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-execution-start-monitor.html#iot-remote-command-execution-update-considerations
 */
export function readUpdate(payload: Uint8Array, format: PayloadFormat): ReadUpdate {
  const body = parsed(payload, format)
  if (body === undefined) return { rejected: { error: 'InvalidJson', errorMessage: `The payload is no ${format.toUpperCase()}.` } }
  if (!isRecord(body)) return invalid('The payload is no object.')
  const { status, statusReason, result } = body
  // It is answered as it came: what is no text may be anything, nested as deep as it likes.
  const clientToken = typeof body['clientToken'] === 'string' ? body['clientToken'] : undefined
  const fault = faultOf({ status, statusReason, result })
  if (fault !== undefined) return { ...invalid(fault), clientToken }
  const entries = isRecord(result) ? Object.entries(result).map(([name, value]) => [name, resultValue(value)] as const) : undefined
  return {
    clientToken,
    update: {
      // Each is checked just now.
      status: status as CommandExecutionStatus,
      statusReason: reasonOf(statusReason as StatusReason | undefined),
      result: entries && (Object.fromEntries(entries) as Record<string, ResultValue>),
    },
  }
}

function parsed(payload: Uint8Array, format: PayloadFormat): unknown {
  try {
    return parsePayload(format, payload)
  } catch {
    return undefined
  }
}

const invalid = (errorMessage: string): { rejected: Rejection } => ({ rejected: { error: 'InvalidRequest', errorMessage } })

function faultOf({ status, statusReason, result }: Readonly<Record<'status' | 'statusReason' | 'result', unknown>>): string | undefined {
  if (!STATUSES.has(status)) return `status must be one of ${[...STATUSES].join(', ')}.`
  return reasonFault(statusReason ?? undefined) ?? resultFault(result ?? undefined)
}

function reasonFault(reason: unknown): string | undefined {
  if (reason === undefined) return undefined
  if (!isRecord(reason)) return 'statusReason must be an object.'
  const { reasonCode, reasonDescription = '' } = reason
  if (typeof reasonCode !== 'string' || !REASON_CODE.test(reasonCode))
    return 'statusReason.reasonCode must have 1 to 64 of A-Z, 0-9, _ and -.'
  if (typeof reasonDescription === 'string' && REASON_DESCRIPTION.test(reasonDescription)) return undefined
  return 'statusReason.reasonDescription must have at most 1024 characters, none of them a control character.'
}

function resultFault(result: unknown): string | undefined {
  if (result === undefined) return undefined
  if (!isRecord(result) || Object.keys(result).length === 0) return 'result must have at least one entry.'
  const bad = Object.entries(result).find(([name, value]) => !RESULT_NAME.test(name) || resultValue(value) === undefined)
  return bad
    && `result.${bad[0]} must have a name of 1 to 32 letters, digits, _ or -, and one of s (a text), b (a boolean) and bin (bytes).`
}

function resultValue(value: unknown): ResultValue | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 1) return undefined
  const { s, b, bin } = value
  if (typeof s === 'string' && s !== '') return { S: s }
  if (typeof b === 'boolean') return { B: b }
  // CBOR has bytes of its own, JSON base64.
  const bytes = typeof bin === 'string' ? Buffer.from(bin, 'base64') : bin
  return bytes instanceof Uint8Array && bytes.length > 0 ? { BIN: Uint8Array.from(bytes) } : undefined
}

/** Nothing but the members that are known. */
const reasonOf = (reason: StatusReason | null | undefined): StatusReason | undefined =>
  reason ? { reasonCode: reason.reasonCode, reasonDescription: reason.reasonDescription } : undefined
