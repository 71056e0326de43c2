export { type CaseAnswer, type CaseSources, type ConformanceCase, evaluateCase, messageOfCase, type PortAnswer } from './evaluate-case.ts'
