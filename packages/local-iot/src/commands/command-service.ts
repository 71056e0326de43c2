import { together, type Message, type MessageSource, type Routing, type Table } from '@keg/mqtt-broker'
import type { CommandParameterValue } from '../model/model.generated.ts'
import type { Reply } from '../reserved-topics/reply.ts'
import type { TopicService } from '../reserved-topics/topic-service.ts'
import type { Command, CommandExecution } from '../state/commands.ts'
import type { IotState } from '../state/iot-state.ts'
import { commandConflict, invalidCommand, noCommand, tooManyCommands } from './command-error.ts'
import { resolveParameters, type ResolvedParameters } from './command-parameters.ts'
import { findCommand, MAX_TIMEOUT_SEC } from './command-store.ts'
import { answerTo, commandTarget, requestTopic, responseTopic, type ResponseTopic } from './command-topics.ts'
import { ExecutionStore } from './execution-store.ts'
import { reported, type Rejection } from './execution-status.ts'
import { fillTemplate } from './payload-template.ts'
import { readUpdate } from './status-update.ts'

/** What StartCommandExecution is asked for. */
export interface StartRequest {
  readonly commandArn: string
  readonly targetArn: string
  readonly parameters?: Readonly<Record<string, CommandParameterValue>> | undefined
  readonly executionTimeoutSeconds?: number | undefined
  readonly clientToken?: string | undefined
}

/** Sends commands to devices and hears how they went. */
export interface CommandService extends TopicService {
  readonly executions: ExecutionStore
  /** Starts a command on a device; resolves once what is sent is kept. Throws ServiceException. */
  start(request: StartRequest): Promise<CommandExecution>
  /** Ends the waiting for time-outs. */
  close(): void
}

export interface CommandServiceOptions {
  readonly state: IotState
  readonly executions: Table<CommandExecution>
  readonly publish: (message: Message, source: MessageSource) => Routing | undefined
  readonly reply: Reply
}

const DEFAULT_TIMEOUT_SEC = 10
/** Quotas of commands: executions of a device at once. */
const MAX_WAITING = 100
/** What MQTT carries. */
const MAX_PAYLOAD_BYTES = 131_072
const JSON_TYPE = 'application/json'
const CBOR_TYPE = 'application/cbor'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command.html */
export function createCommandService({ state, executions: table, publish, reply }: CommandServiceOptions): CommandService {
  const { clock } = state
  const announce = (execution: CommandExecution, hops = 0) => publish(eventOf(state, execution, clock.nowMs()), { hops })
  const executions = new ExecutionStore({ table, clock, onTimedOut: announce })

  const update = (
    topic: ResponseTopic, payload: Uint8Array, hops: number,
  ): { outcome: 'accepted' | 'rejected'; body: object; event?: Routing | undefined } => {
    const { executionId, format } = topic
    const { clientToken, ...read } = readUpdate(payload, format)
    const refused = (rejected: Rejection) => ({ outcome: 'rejected', body: { clientToken, executionId, ...rejected } }) as const
    if (read.rejected !== undefined) return refused(read.rejected)
    const execution = executions.get(executionId)
    if (execution?.targetArn !== state.arn(`${topic.targetKind}/${topic.targetName}`)) {
      return refused({ error: 'ResourceNotFound', errorMessage: `The command execution ${executionId} does not exist.` })
    }
    const moved = reported(execution, read.update, clock.nowMs())
    if (moved.rejected !== undefined) return refused(moved.rejected)
    executions.put(moved.execution)
    const event = moved.execution.status === execution.status ? undefined : announce(moved.execution, hops)
    return { outcome: 'accepted', body: { clientToken, executionId }, event }
  }

  return {
    executions,
    serves: (topic) => responseTopic(topic) !== undefined,
    handle({ topic, payload }, source) {
      const response = responseTopic(topic)
      if (response === undefined) return undefined
      const { outcome, body, event } = update(response, payload, source.hops)
      reply(source, answerTo(response, outcome, body))
      return event
    },
    async start(request) {
      const started = executions.startedBy(request.clientToken ?? '')
      if (started !== undefined) return sameRequest(started, request)
      const { execution, message } = prepare(state, executions, request)
      executions.put(execution)
      await together([announce(execution), publish(message, { hops: 0 })])?.safe
      return execution
    },
    close: () => executions.close(),
  }
}

/** The execution and the message of a request. Throws where it can't be started, with nothing changed. */
function prepare(state: IotState, executions: ExecutionStore, request: StartRequest): { execution: CommandExecution; message: Message } {
  const { targetArn, parameters = {}, executionTimeoutSeconds: timeoutSec = DEFAULT_TIMEOUT_SEC, clientToken } = request
  const command = startable(state, request.commandArn)
  const target = commandTarget(resourceOf(state, targetArn, 'targetArn'))
  if (target === undefined) throw invalidCommand(`Invalid targetArn: ${targetArn} is neither a thing nor a client.`)
  if (target.targetKind === 'thing' && !state.things.has(target.targetName)) throw noCommand(`Thing ${target.targetName} does not exist.`)
  if (!Number.isInteger(timeoutSec) || timeoutSec > MAX_TIMEOUT_SEC)
    throw invalidCommand(`executionTimeoutSeconds must be a whole number of at most ${MAX_TIMEOUT_SEC}.`)
  const resolved = resolveParameters(command.mandatoryParameters ?? [], parameters)
  const { payload, contentType } = payloadOf(command, resolved, timeoutSec)
  if (executions.waitingOn(targetArn) >= MAX_WAITING)
    throw tooManyCommands(`${targetArn} has ${MAX_WAITING} command executions already, the most it can have at once.`)
  const nowMs = state.clock.nowMs()
  const execution: CommandExecution = {
    executionId: state.newId(), commandId: command.commandId, targetArn, status: 'CREATED', timeoutSec, createdAtMs: nowMs,
    updatedAtMs: nowMs, parameters: Object.keys(resolved.values).length === 0 ? undefined : resolved.values,
    request: clientToken === undefined ? undefined : { clientToken, text: textOf(request) },
  }
  // Waits for a device that is away, but no longer than the execution: iot-remote-command-workflow.html#command-command-executions
  const topic = requestTopic(target, execution.executionId, contentType)
  return {
    execution, message: { topic, payload, qos: 1, retain: false, properties: { contentType }, expiresAtMs: nowMs + timeoutSec * 1000 },
  }
}

function startable(state: IotState, commandArn: string): Command {
  const [, commandId] = /^command\/([^/]+)$/.exec(resourceOf(state, commandArn, 'commandArn')) ?? []
  if (commandId === undefined) throw invalidCommand(`Invalid commandArn: ${commandArn} is no command.`)
  const command = findCommand(state, commandId)
  const why = command.deleteAtMs !== undefined ? 'is pending deletion' : command.deprecatedAtMs !== undefined ? 'is deprecated' : undefined
  if (why !== undefined) throw invalidCommand(`Command ${commandId} ${why} and can not be started.`)
  return command
}

function resourceOf(state: IotState, arn: string, member: string): string {
  const prefix = state.arn('')
  if (!arn.startsWith(prefix)) throw invalidCommand(`Invalid ${member}: ${arn} is not of this account and Region.`)
  return arn.slice(prefix.length)
}

function payloadOf({ payload, payloadTemplate = '', preprocessor }: Command, { plain }: ResolvedParameters, timeoutSec: number) {
  if (payload !== undefined) return { payload: payload.content, contentType: payload.contentType }
  const format = preprocessor?.awsJsonSubstitution?.outputFormat === 'CBOR' ? 'CBOR' : 'JSON'
  const filled = fillTemplate(payloadTemplate, { parameters: plain, timeoutSec }, format)
  if (filled.length > MAX_PAYLOAD_BYTES)
    throw invalidCommand(`The payload has ${filled.length} bytes with these parameters; it can have ${MAX_PAYLOAD_BYTES}.`)
  return { payload: filled, contentType: format === 'CBOR' ? CBOR_TYPE : JSON_TYPE }
}

/** Throws ConflictException where the token has stood for another request. */
function sameRequest(execution: CommandExecution, request: StartRequest): CommandExecution {
  if (execution.request?.text === textOf(request)) return execution
  throw commandConflict(`The client token ${request.clientToken ?? ''} was used for another request.`, execution.executionId)
}

function textOf({ commandArn, targetArn, parameters = {}, executionTimeoutSeconds }: StartRequest): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([commandArn, targetArn, executionTimeoutSeconds, sorted])
}

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/command-events.html */
function eventOf(
  state: IotState, { executionId, commandId, targetArn, status, statusReason }: CommandExecution, timestamp: number,
): Message {
  const commandArn = state.arn(`command/${commandId}`)
  const body = { executionId, status, statusReason, eventType: 'COMMAND_EXECUTION', commandArn, targetArn, timestamp }
  return {
    topic: `$aws/events/commandExecution/${commandId}/${status}`, payload: new TextEncoder().encode(JSON.stringify(body)), qos: 1,
    retain: false,
  }
}
