import { Token } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { TEXT, type TextLimit } from './limits.ts'

/** What is wrong with the properties of a construct: synthesis refuses all of it at once, behind the construct's path. */
export class Refusals {
  readonly #problems: string[] = []

  constructor(scope: Construct) {
    scope.node.addValidation({ validate: () => this.#problems })
  }

  /** The message says what is wrong with the property, and the fix. */
  refuse(property: string, message: string): void {
    this.#problems.push(`${property}: ${message}`)
  }

  /** Tokens are known at deployment alone, and pass. */
  text(property: string, value: string | undefined, { pattern, fix }: TextLimit): void {
    if (value === undefined || Token.isUnresolved(value) || pattern.test(value)) return
    this.refuse(property, `${quoted(value)} is not what AWS IoT takes; ${fix}`)
  }

  /** Of whole numbers. */
  range(property: string, value: number, [least, most]: readonly [number, number], unit: string): void {
    if (Token.isUnresolved(value) || (Number.isInteger(value) && value >= least && value <= most)) return
    this.refuse(
      property,
      `${value} ${unit} is not what AWS IoT takes; take ${least} to ${most} ${unit}${Number.isInteger(value) ? '' : ', a whole number'}`,
    )
  }

  /** `more` says where else the attributes can go. */
  attributes(attributes: Readonly<Record<string, string>>, most: number, more = ''): void {
    const names = Object.keys(attributes)
    if (names.length > most)
      this.refuse('attributes', `${names.length} attributes are more than AWS IoT takes; take ${most} at most${more}`)
    for (const [name, value] of Object.entries(attributes)) {
      this.text('attributes', name, TEXT.attributeName)
      this.text(`attributes.${name}`, value, TEXT.attributeValue)
    }
  }
}

const LONGEST_QUOTE = 80
const quoted = (value: string) => JSON.stringify(value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value)
