/** Answers kept by the key of their command. [TSK-18] */
export interface ReceiptPorts {
  readonly receipts: {
    /** What was answered to this person's key: `answer` when the same was asked, `other` when something else was. */
    find(key: string, operation: string, asked: unknown): Promise<{ readonly answer: unknown } | 'other' | null>
    keep(key: string, operation: string, asked: unknown, answer: unknown): Promise<void>
  }
}
