import type { KegOrder, Reply } from '@keg/message-schemas/keg'
import type { Page, PageRequest } from './hot-store.ts'

/** How far a command has come, in the words of AWS IoT Commands. */
export type CommandStatus = 'CREATED' | Reply['status']

/** Why a command is where it is. */
export type StatusReason = NonNullable<Reply['statusReason']>

/** Which command it is. Ids of one keg sort by when they were made. */
export interface CommandKey {
  readonly kegId: string
  readonly commandId: string
}

/** A command to keep: what a keg is told to do, and until when it may begin. */
export interface NewCommand extends CommandKey {
  /** Where the keg was told. */
  readonly siteId: string
  readonly order: KegOrder
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

/** A command, and how far it has come. */
export interface KegCommand extends NewCommand {
  readonly status: CommandStatus
  readonly statusReason?: StatusReason
  readonly updatedAtMs: number
}

/** What a keg says to a command, and when that came. */
export interface CommandReply extends CommandKey {
  readonly status: Reply['status']
  readonly statusReason?: StatusReason | undefined
  readonly receivedAtMs: number
}

/** How long a command is kept from when it was made. */
export const COMMAND_KEPT_MS = 30 * 24 * 3_600_000

/** So long the answer of a keg may be on its way after its command has expired. */
export const ANSWER_GRACE_MS = 10_000

/** Why a command has failed that was taken back. */
export const CANCELLED = 'CANCELLED'

/** Why a command has timed out that nobody has answered: AWS's word. */
export const NO_RESPONSE = '$NO_RESPONSE_FROM_DEVICE'

/**
 * The commands of the kegs. Whatever order their replies come in, and however often, the same is kept in the end.
 * Every adapter runs the suite in `@keg/store/testing/commands`.
 */
export interface CommandStore {
  /** Keeps a command as CREATED. Where there is one of its id, that one stays as it is; answers the one that is kept. */
  create(command: NewCommand): Promise<KegCommand>
  /**
   * Keeps that a command was taken back: FAILED, {@link CANCELLED}. Answers whether it was CREATED until then; changes nothing where it was
   * not, or is not there. Whatever its keg says comes to stand in the place of it.
   */
  cancel(key: CommandKey, nowMs: number): Promise<boolean>
  /**
   * Keeps what a keg says. Changes nothing where the keg has said more before, by {@link STRENGTH}, or where there is no such command.
   * Answers whether it was kept.
   */
  recordReply(reply: CommandReply): Promise<boolean>
  /** A command, `undefined` where there is none, or it was made longer ago than it is kept. */
  command(key: CommandKey): Promise<KegCommand | undefined>
  /** The commands of a keg, newest first. */
  commands(kegId: string, page?: PageRequest): Promise<Page<KegCommand>>
}

/**
 * What counts more where a keg has said several things of one command: the end before the beginning, and what it did before what it did not
 * do. A keg that has forgotten a command refuses it as expired when it comes again, and that may come first.
 */
export const STRENGTH: Readonly<Record<Reply['status'], number>> = { IN_PROGRESS: 2, TIMED_OUT: 3, REJECTED: 4, FAILED: 5, SUCCEEDED: 6 }

/** What counts less than anything that a keg says: that it was told, and that it was taken back. */
export const CREATED_STRENGTH = 0
export const CANCELLED_STRENGTH = 1

/**
 * A command as it stands at a time: TIMED_OUT where nobody has answered it in time. That is not the end, as on AWS: an answer may still
 * come.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/commands-troubleshooting.html
 */
export function commandAt(command: KegCommand, nowMs: number): KegCommand {
  const overAtMs = command.expiresAtMs + ANSWER_GRACE_MS
  return command.status === 'CREATED' && nowMs >= overAtMs
    ? { ...command, status: 'TIMED_OUT', statusReason: { reasonCode: NO_RESPONSE }, updatedAtMs: overAtMs }
    : command
}

/** How a command is kept as it is made. */
export const asCreated = (command: NewCommand): KegCommand => ({ ...command, status: 'CREATED', updatedAtMs: command.createdAtMs })
