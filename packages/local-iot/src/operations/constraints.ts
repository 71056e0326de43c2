interface Constraint {
  readonly max: number
  readonly pattern: RegExp
}

/** What the service model demands of text members, by member name. */
export const constraints: Readonly<Record<string, Constraint>> = {
  thingName: { max: 128, pattern: /^[a-zA-Z0-9:_-]+$/ },
  thingTypeName: { max: 128, pattern: /^[a-zA-Z0-9:_-]+$/ },
  policyName: { max: 128, pattern: /^[\w+=,.@-]+$/ },
  ruleName: { max: 128, pattern: /^[a-zA-Z0-9_]+$/ },
  authorizerName: { max: 128, pattern: /^[\w=,@-]+$/ },
  certificateId: { max: 64, pattern: /^(0x)?[a-fA-F0-9]{64}$/ },
  shadowName: { max: 64, pattern: /^[$a-zA-Z0-9:_-]+$/ },
  attributeName: { max: 128, pattern: /^[a-zA-Z0-9_.,@/:#-]+$/ },
  attributeValue: { max: 800, pattern: /^[a-zA-Z0-9_.,@/:#=[\]-]*$/ },
}
