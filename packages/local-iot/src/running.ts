export {
  announceCore, isCoreName, runningCores, type AnnouncedCore, type AnnounceOptions, type RunningCore,
} from './adapters/running-core.ts'
