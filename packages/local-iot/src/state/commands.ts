import type { CommandParameter, CommandParameterValue, CommandPreprocessor } from '../model/model.generated.ts'

/** A command that can be started on devices. */
export interface Command {
  readonly commandId: string
  readonly displayName?: string | undefined
  readonly description?: string | undefined
  /** What is sent as it is; absent where a template is filled in. */
  readonly payload?: { readonly content: Uint8Array; readonly contentType: string } | undefined
  readonly payloadTemplate?: string | undefined
  readonly preprocessor?: CommandPreprocessor | undefined
  readonly mandatoryParameters?: readonly CommandParameter[] | undefined
  readonly createdAtMs: number
  readonly updatedAtMs: number
  /** Absent = it can be started. */
  readonly deprecatedAtMs?: number | undefined
  /** When it is gone; absent = nobody has deleted it. */
  readonly deleteAtMs?: number | undefined
}

export type CommandExecutionStatus = 'CREATED' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'REJECTED' | 'TIMED_OUT'

export interface StatusReason {
  readonly reasonCode: string
  readonly reasonDescription?: string | undefined
}

/** One entry of the result that a device reports. */
export type ResultValue = { readonly S: string } | { readonly B: boolean } | { readonly BIN: Uint8Array }

/** One run of a command on one device. */
export interface CommandExecution {
  readonly executionId: string
  readonly commandId: string
  readonly targetArn: string
  readonly status: CommandExecutionStatus
  readonly statusReason?: StatusReason | undefined
  readonly result?: Readonly<Record<string, ResultValue>> | undefined
  /** The values that its parameters have. */
  readonly parameters?: Readonly<Record<string, CommandParameterValue>> | undefined
  readonly timeoutSec: number
  readonly createdAtMs: number
  readonly updatedAtMs: number
  /** When the device ended it; absent = it may still report. */
  readonly completedAtMs?: number | undefined
  /** The token of the request that started it, and all that it asked for. */
  readonly request?: { readonly clientToken: string; readonly text: string } | undefined
}
