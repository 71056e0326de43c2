import type { Position } from '../fault/rule-error.ts'
import type { SqlVersion } from '../value/value.ts'

/** Where a node was parsed; absent in a rule that was built. */
interface Node {
  readonly at?: Position
}

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>='
export type BinaryOperator = 'OR' | 'AND' | 'IN' | ComparisonOperator | '+' | '-' | '*' | '/' | '%'
/** The targets of `cast(… AS type)`; the other names that SQL has for them are read as one of these. */
export type CastType = 'String' | 'Int' | 'Decimal' | 'Boolean'

export type Literal =
  | (Node & { readonly kind: 'number'; /** As written: digits, point, exponent; never a sign. */ readonly text: string })
  | (Node & { readonly kind: 'string'; readonly text: string })
  | (Node & { readonly kind: 'boolean'; readonly value: boolean })
  | (Node & { readonly kind: 'null' })

export interface Star extends Node {
  readonly kind: 'star'
}
export interface Call extends Node {
  readonly kind: 'call'
  /** As written; functions are known by their name in lower case. */
  readonly name: string
  readonly arguments: readonly (Expression | Star)[]
}
export interface Case extends Node {
  readonly kind: 'case'
  readonly subject: Expression
  readonly branches: readonly { readonly when: Expression; readonly then: Expression }[]
  readonly otherwise: Expression | undefined
}
/** What a nested query may read from: an attribute or a variable, with members. */
export type Path =
  | (Node & { readonly kind: 'attribute'; readonly name: string })
  | (Node & { readonly kind: 'variable'; readonly name: string })
  | (Node & { readonly kind: 'member'; readonly of: Path; readonly name: string })
export interface Nested extends Node {
  readonly kind: 'nested'
  readonly select: Selection
  readonly from: Path
  /** What an element is called inside the query: `FROM arr AS a`. */
  readonly alias?: string
  readonly where: Expression | undefined
}

export type Expression =
  | Literal
  | Call
  | Case
  | Nested
  | (Node & { readonly kind: 'exists'; readonly query: Nested })
  | (Node & { readonly kind: 'attribute'; readonly name: string })
  | (Node & { readonly kind: 'variable'; readonly name: string })
  | (Node & { readonly kind: 'member'; readonly of: Expression; readonly name: string })
  | (Node & { readonly kind: 'object'; readonly members: readonly { readonly name: string; readonly value: Expression }[] })
  | (Node & { readonly kind: 'array'; readonly items: readonly Expression[] })
  | (Node & { readonly kind: 'cast'; readonly value: Expression; readonly type: CastType })
  | (Node & { readonly kind: 'unary'; readonly operator: '-' | 'NOT'; readonly operand: Expression })
  | (Node & { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression })

/** `a.b.*`: the members of an object, beside each other in the result. */
export interface Spread extends Node {
  readonly kind: 'spread'
  readonly of: Path
}
export interface SelectItem {
  readonly value: Expression | Star | Spread
  /** The parts of `AS a.b`; absent when the item has no alias. */
  readonly alias: readonly string[] | undefined
}
export type Selection =
  | { readonly kind: 'items'; readonly items: readonly SelectItem[] }
  | { readonly kind: 'value'; readonly value: Expression }

/** One `@name = value` of the SET clause. */
export interface Assignment {
  readonly name: string
  /** `*` is the payload, which has to be JSON. */
  readonly value: Expression | Star
}

/** A topic rule's SQL statement. */
export interface Rule {
  readonly version: SqlVersion
  readonly variables: readonly Assignment[]
  readonly select: Selection
  /** The topic filter; absent in a rule that only Basic Ingest reaches. */
  readonly from: string | undefined
  readonly where: Expression | undefined
}

/** A substitution template: plain text and expressions in turn. */
export type Template = readonly (string | Expression)[]
