import { matchesTopicFilter } from '@keg/mqtt-topics'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RetainedTopics } from './retained-topics.ts'
import { TopicTrie } from './topic-trie.ts'

const level = fc.constantFrom('a', 'b', '', '$aws')
const topic = fc.array(level, { minLength: 1, maxLength: 4 }).map((levels) => levels.join('/')).filter((text) => text !== '')
const filter = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', '', '+', '$aws'), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([levels, hash]) => [...levels, ...(hash ? ['#'] : [])].join('/'))

const matchesAsMqtt = (text: string, name: string) =>
  matchesTopicFilter(text, name) || (text.endsWith('/#') && matchesTopicFilter(text.slice(0, -2), name))

describe('RetainedTopics', () => {
  it('finds what the naive matcher finds, of those that were not deleted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(topic, { minLength: 1, maxLength: 12 }), filter, fc.boolean(), ([gone = '', ...kept], text, deletes) => {
        const topics = new RetainedTopics([gone, ...kept])
        if (deletes) topics.delete(gone)
        topics.delete('never/added')
        expect(topics.match(text).sort()).toEqual([...(deletes ? [] : [gone]), ...kept].filter((name) => matchesAsMqtt(text, name)).sort())
      }),
    )
  })
})

describe('TopicTrie', () => {
  it('finds what the naive matcher finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(filter, { maxLength: 12 }), topic, (filters, name) => {
        const trie = new TopicTrie<string>()
        for (const text of filters) trie.add(text, text)
        expect(trie.match(name).sort()).toEqual(filters.filter((text) => matchesTopicFilter(text, name)).sort())
      }),
    )
  })
  it('lets a/# match a where it is told to, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(filter, { maxLength: 12 }), topic, (filters, name) => {
        const trie = new TopicTrie<string>({ hashMatchesParent: true })
        for (const text of filters) trie.add(text, text)
        expect(trie.match(name).sort()).toEqual(filters.filter((text) => matchesAsMqtt(text, name)).sort())
      }),
    )
  })
  it('forgets what was removed, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(filter, { minLength: 1, maxLength: 8 }), topic, ([gone = '', ...kept], name) => {
        const trie = new TopicTrie<string>()
        for (const text of [gone, ...kept]) trie.add(text, text)
        trie.remove(gone, gone)
        trie.remove('never/added', gone)
        expect(trie.match(name).sort()).toEqual(kept.filter((text) => matchesTopicFilter(text, name)).sort())
      }),
    )
  })
})
