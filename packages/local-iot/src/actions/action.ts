import type { Message, MessageSource, Routing } from '@keg/mqtt-broker'
import type { CompiledTemplate, RuleContext, RuleMessage, RuleOutputValue } from '@keg/rule-dsl'
import type { Action } from '../model/model.generated.ts'
import type { AwsCaller } from './aws-call.ts'
import type { ActionOrigin, ActionRequests, DeliveredKind } from './requests.ts'

export type ActionName = keyof Action

/** Hands a request to the service it is for. Rejects with {@link LastingFailure} where another try would change nothing. */
export type Deliver = <Kind extends DeliveredKind>(kind: Kind, request: ActionRequests[Kind], origin: RequestOrigin) => Promise<unknown>

/** Which action a request is by, and by which role. */
export type RequestOrigin = ActionOrigin & Pick<AwsCaller, 'roleArn'>

/** What actions reach the world through. */
export interface ActionPorts {
  readonly deliver: Deliver
  readonly publish: (message: Message, source: MessageSource) => Routing | undefined
  /** How the topic rule destination with this confirmation URL stands; `undefined` where there is none. */
  readonly destinationStatus: (confirmationUrl: string) => string | undefined
  /** Why no action of this kind can be delivered, service and remedy named; `undefined` where it can. Absent = all can. */
  readonly unavailable?: ((name: ActionName) => string | undefined) | undefined
  readonly newId: () => string
  readonly nowMs: () => number
}

/** {@link ActionPorts}, and what the runner lends. */
export interface RunPorts extends ActionPorts {
  /** Waits; ends at once when the core closes. */
  readonly pause: (delayMs: number) => Promise<void>
  /** Meters one action of so many bytes, for actions that say `batching`. */
  readonly metered: (bytes: number) => void
}

/** One run of an action: what the rule put out, and the message it came from. */
export interface ActionInput {
  readonly ruleName: string
  /** The value that `payload` writes, numbers exact; the bytes themselves where the rule passed on what is no JSON. */
  readonly output: RuleOutputValue
  readonly payload: Uint8Array
  readonly message: RuleMessage
  readonly context: RuleContext
  readonly source: MessageSource
}

/** An action of one rule, its configuration checked and its templates compiled. */
export interface PreparedAction {
  readonly name: ActionName
  /** The resource as configured, for logs and error documents. */
  readonly resource: string
  /** Whether it asks another service: then it takes a turn, and a failure is tried again. */
  readonly remote: boolean
  /** It only hands over: the action is over once its request is taken, and what fails later leads to no error action. */
  readonly asynchronous?: boolean
  /** How often it is tried again; absent = as often as any action. */
  readonly retries?: number
  /** It sends the output of several messages at once: it meters itself, and error documents list messages. */
  readonly batching?: { readonly acrossTopics: boolean }
  /** Answers what it set going that looks after itself: a message that was published. */
  readonly run: (input: ActionInput, ports: RunPorts) => Promise<Routing | undefined>
  /** As `run`, where all of it is done when the call returns; throws where it fails. Absent = it may have to wait. */
  readonly runInTurn?: ((input: ActionInput, ports: RunPorts) => Routing | undefined) | undefined
}

export interface ActionSetup {
  /** Compiles a substitution template of the rule; throws where it can't be one. */
  readonly template: (text: string, options?: { republishTopic?: boolean; perElement?: boolean }) => CompiledTemplate
  /** `arn('states', 'stateMachine:pour')`, of the core's own region and account. */
  readonly arn: (service: string, resource: string) => string
  readonly region: string
  readonly isErrorAction: boolean
}

/** How an action of one kind is made ready from its configuration. Throws {@link ServiceException} for one that AWS would refuse. */
export interface ActionKind<Name extends ActionName = ActionName> {
  readonly name: Name
  readonly prepare: (config: NonNullable<Action[Name]>, setup: ActionSetup) => Omit<PreparedAction, 'name'>
}

export const action = <const Name extends ActionName>(name: Name, prepare: ActionKind<Name>['prepare']): ActionKind<Name> =>
  ({ name, prepare })

/** The usual action: one request to one service for each message. */
export const delivery = <Kind extends DeliveredKind>(
  kind: Kind,
  { resource, roleArn }: Pick<RequestOrigin, 'resource' | 'roleArn'>,
  request: (input: ActionInput, ports: RunPorts) => Promise<ActionRequests[Kind]> | ActionRequests[Kind],
): Omit<PreparedAction, 'name'> => ({
  resource,
  remote: true,
  run: async (input, ports) => {
    const { ruleName, message: { topic } } = input
    await ports.deliver(kind, await request(input, ports), { ruleName, topic, resource, roleArn })
  },
})

/** A failure that no further try would change. */
export class LastingFailure extends Error {
  override readonly name = 'LastingFailure'
}
