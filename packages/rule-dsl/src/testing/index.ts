export { type CaseAnswer, type CaseSources, type ConformanceCase, evaluateCase, type PortAnswer } from './evaluate-case.ts'
