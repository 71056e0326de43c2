/** A connection that is open, as a machine lists them. */
export interface MachineConnection {
  /** `192.168.0.7:8883` or `[fd00::7]:8883` */
  readonly remote: string
  readonly localPort: number
}

/** What a machine says of its network. Bytes and packets are counted since it started, its loopback left out. */
export interface MachineReading {
  readonly tcpPorts: readonly number[]
  readonly udpPorts: readonly number[]
  readonly connections: readonly MachineConnection[]
  readonly traffic: Traffic
}

export interface Traffic {
  readonly bytesIn: number
  readonly bytesOut: number
  readonly packetsIn: number
  readonly packetsOut: number
}

/** The machine that a keg's program runs on. */
export interface Machine {
  /** Throws where it can't be read. */
  read(): MachineReading
}
