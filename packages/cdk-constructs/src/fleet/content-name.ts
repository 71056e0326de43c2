import { Lazy, Names, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { createHash } from 'node:crypto'

const HASH_LENGTH = 8

/**
 * A name that is another one where the content is: for what AWS changes by making it anew, which can't be while the former has its name.
 * What tokens come to at deployment is no part of it.
 */
export function contentName(scope: Construct, content: object, maxLength: number): string {
  const path = Names.uniqueResourceName(scope, { maxLength: maxLength - HASH_LENGTH - 1, allowedSpecialCharacters: '_-' })
  return Lazy.uncachedString({
    produce: () => {
      const hash = createHash('sha256').update(JSON.stringify(Stack.of(scope).resolve(content))).digest('hex')
      return `${path}-${hash.slice(0, HASH_LENGTH)}`
    },
  })
}
