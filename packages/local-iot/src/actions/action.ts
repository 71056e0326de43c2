import type { CompiledTemplate, RuleContext, RuleMessage } from '@keg/rule-dsl'
import type { Message, MessageSource } from '../broker/message.ts'
import type { Action } from '../operations/model.generated.ts'

export type ActionName = keyof Action

/** What actions reach the world through. */
export interface ActionPorts {
  /** Sends one message to an SQS queue. */
  readonly sendToQueue: (queueUrl: string, body: string) => Promise<void>
  readonly invokeFunction: (functionArn: string, event: unknown) => Promise<unknown>
  readonly publish: (message: Message, source: MessageSource) => Promise<void> | undefined
  readonly nowMs: () => number
}

/** One run of an action: what the rule put out, and the message it came from. */
export interface ActionInput {
  readonly ruleName: string
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
  readonly run: (input: ActionInput, ports: ActionPorts) => Promise<void>
}

export interface ActionSetup {
  /** Compiles a substitution template of the rule; throws where it can't be one. */
  readonly template: (text: string, options?: { republishTopic?: boolean }) => CompiledTemplate
}

/** How an action of one kind is made ready from its configuration. Throws {@link ServiceException} for one that AWS would refuse. */
export interface ActionKind<Name extends ActionName = ActionName> {
  readonly name: Name
  readonly prepare: (config: NonNullable<Action[Name]>, setup: ActionSetup) => Omit<PreparedAction, 'name'>
}

export const action = <const Name extends ActionName>(name: Name, prepare: ActionKind<Name>['prepare']): ActionKind<Name> => ({ name, prepare })

/** A failure that no further try would change. */
export class LastingFailure extends Error {
  override readonly name = 'LastingFailure'
}

/** The template's text for this message. Throws where it can't be rendered, so that the action fails. */
export function render(template: CompiledTemplate, { message, context }: ActionInput): string {
  const rendered = template.render(message, context)
  if (rendered.kind === 'failed') throw new LastingFailure(`A substitution template failed: ${rendered.message}`)
  return rendered.text
}
