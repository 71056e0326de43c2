import { Fn, Stack, Token } from 'aws-cdk-lib'
import type { CfnCommand } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import type { Refusals } from '../device/refusals.ts'

/** What a value is a parameter of. */
const TYPES = { STRING: 's', BOOLEAN: 'b', INTEGER: 'i', DOUBLE: 'd', LONG: 'l', UNSIGNEDLONG: 'ul' } as const

/** A value that a {@link CommandPayload.template} is filled in with. */
export interface CommandParameter {
  /** Letters, digits, `.`, `$`, `_` and `-`. */
  readonly name: string
  readonly type: keyof typeof TYPES
  /** @default - none */
  readonly description?: string
  /** What it is where whoever starts the command does not say. @default - who starts it has to say */
  readonly defaultValue?: string | number | boolean
  /** What a value has to be. @default - any of its type */
  readonly conditions?: readonly CfnCommand.CommandParameterValueConditionProperty[]
}

/** What a command template takes. */
export interface CommandTemplateOptions {
  readonly parameters: readonly CommandParameter[]
  /** In what devices get it. @default 'JSON' */
  readonly outputFormat?: 'JSON' | 'CBOR'
}

interface Content {
  readonly object?: object
  readonly text?: string
  readonly contentType?: string
  readonly template?: CommandTemplateOptions
}

type Bound = Pick<CfnCommand, 'payload' | 'payloadTemplate' | 'preprocessor' | 'mandatoryParameters'>

const LONGEST = 32_768
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/
const PLACEHOLDER = /\$\{aws:iot:commandexecution::(?:parameter:([.$a-zA-Z0-9_-]+)|executionTimeoutSec)\}/g

/**
 * What a command says to devices: the same each time, or a template with parameters.
 *
 * @example
 * CommandPayload.template({ kind: 'pour', volumeMl: CommandPayload.parameter('volumeMl') }, {
 *   parameters: [{ name: 'volumeMl', type: 'INTEGER', defaultValue: 250 }],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-create-manage.html
 */
export class CommandPayload {
  readonly #content: Content

  /** JSON, which devices get on a topic that ends with `/json`. Texts in it may be tokens of CDK. */
  static fromObject(payload: object): CommandPayload {
    return new CommandPayload({ object: payload, contentType: 'application/json' })
  }

  /** Any text, with its media type. */
  static fromText(text: string, contentType = 'text/plain'): CommandPayload {
    return new CommandPayload({ text, contentType })
  }

  /** JSON with {@link CommandPayload.parameter} in its texts. */
  static template(payload: object, options: CommandTemplateOptions): CommandPayload {
    return new CommandPayload({ object: payload, template: options })
  }

  /** Stands in a template for a parameter's value, with its type where it is the whole text. */
  static parameter(name: string): string {
    return `\${aws:iot:commandexecution::parameter:${name}}`
  }

  private constructor(content: Content) {
    this.#content = content
  }

  /** As a command has it; what AWS refuses is refused. */
  bind(scope: Construct, refusals: Refusals): Partial<Bound> {
    const { object, contentType = '', template } = this.#content
    const text = this.#content.text ?? jsonOf(scope, object)
    const plain = object === undefined ? text : JSON.stringify(object)
    if (plain.length === 0) refusals.refuse('payload', 'it is empty; write what devices are to get')
    if (Buffer.byteLength(plain) > LONGEST)
      refusals.refuse('payload', `it has ${Buffer.byteLength(plain)} bytes; AWS IoT takes ${LONGEST} at most`)
    if (template !== undefined) {
      checkTemplate(plain, template.parameters, refusals)
      return {
        payloadTemplate: text, preprocessor: { awsJsonSubstitution: { outputFormat: template.outputFormat ?? 'JSON' } },
        mandatoryParameters: template.parameters.map(asParameter),
      }
    }
    if (!MEDIA_TYPE.test(contentType)) refusals.refuse('payload', `${JSON.stringify(contentType)} is no media type; write it as text/plain`)
    return { payload: { content: base64(text), contentType } }
  }
}

/** JSON as it is, or a token for it where tokens are in it. */
function jsonOf(scope: Construct, object: unknown): string {
  const token = Stack.of(scope).toJsonString(object)
  const resolved: unknown = Token.isUnresolved(JSON.stringify(object)) ? undefined : Stack.of(scope).resolve(token)
  return typeof resolved === 'string' ? resolved : token
}

/** Bytes are in base64; what a token comes to is put into it by CloudFormation. */
const base64 = (text: string): string =>
  (Token.isUnresolved(text) ? Fn.base64(text) : Buffer.from(text).toString('base64'))

function checkTemplate(text: string, parameters: readonly CommandParameter[], refusals: Refusals): void {
  const names = parameters.map(({ name }) => name)
  for (const name of names) refusals.text('payload.parameters', name, TEXT.commandParameterName)
  if (new Set(names).size < names.length) refusals.refuse('payload.parameters', `a name is there twice: ${names.join(', ')}`)
  const found = [...text.matchAll(PLACEHOLDER)]
  if (found.length === 0)
    refusals.refuse('payload', 'a template without a parameter in it is refused by AWS IoT; take CommandPayload.fromObject')
  for (const [, name] of found) {
    if (name !== undefined && !names.includes(name))
      refusals.refuse('payload', `${name} is no parameter; add it to parameters`)
  }
}

function asParameter({ name, type, description, defaultValue, conditions }: CommandParameter): CfnCommand.CommandParameterProperty {
  const inText = type === 'LONG' || type === 'UNSIGNEDLONG'
  return present({
    name, type, description, valueConditions: conditions && [...conditions],
    defaultValue: defaultValue === undefined ? undefined : { [TYPES[type]]: inText ? String(defaultValue) : defaultValue },
  })
}
