import { isLiteral } from '../substitution.ts'

export interface PropertyProblem {
  readonly severity: 'error' | 'warning'
  readonly name: string
  readonly message: string
}

/** What AWS takes, where it lists that. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'security.protocol': ['SSL', 'SASL_SSL'],
  'sasl.mechanism': ['PLAIN', 'SCRAM-SHA-512', 'GSSAPI'],
  acks: ['-1', '0', '1', 'all'],
  'compression.type': ['none', 'gzip', 'snappy', 'lz4', 'zstd'],
}

/** What signs somebody in. A truststore, and its password, have certificates alone. */
const isSecret = (name: string): boolean =>
  name !== 'ssl.truststore.password' && /(^|\.)(password|keystore|keytab|ssl\.keystore\.key|jaas\.config)$/.test(name)

/**
 * What AWS refuses of the properties of a Kafka client, and secrets that would stand in the template as they are. AWS takes those, so they
 * are warned of.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/apache-kafka-rule-action.html
 */
export function propertyProblems(properties: Readonly<Record<string, string>>): readonly PropertyProblem[] {
  return Object.entries(properties).filter(([, value]) => isLiteral(value)).flatMap(([name, value]): PropertyProblem[] => {
    const taken = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined
    if (taken !== undefined && !taken.includes(value))
      return [{ severity: 'error', name, message: `${JSON.stringify(value)} is not what AWS takes; use ${taken.join(' or ')}` }]
    // Never the value itself.
    if (isSecret(name)) return [{ severity: 'warning', name, message: 'this secret stands in the template as it is, for whoever reads that or the rule; keep it in Secrets Manager and write ${get_secret(…)}, with secrets' }]
    return []
  })
}
