// @ts-check
import { EventEmitter, once } from "node:events";
import { connectJsonLines } from "./json-lines.mjs";

const PATIENCE_MS = 10_000;

/**
 * @typedef {object} Qmp
 * @property {(command: string, args?: object) => Promise<any>} execute returns QEMU's answer, untyped because it comes
 *   from outside; rejects with QEMU's message when it refuses
 * @property {(name: string, device: string) => Promise<void>} event waits for an event about a device
 */

/**
 * Speaks QEMU's machine protocol (qemu.org, "QEMU Machine Protocol Specification").
 * @param {string} path of QEMU's socket
 * @returns {Promise<Qmp>}
 */
export async function connectQmp(path) {
  const { send, messages } = await connectJsonLines(path);
  const heard = new EventEmitter();
  void listen();
  let commands = 0;
  await execute("qmp_capabilities");
  return { execute, event: (name, device) => next(`${name} ${device}`).then(() => {}) };

  async function listen() {
    for await (const { id, error, event, data, return: value } of messages) {
      heard.emit(event === undefined ? `answer ${id}` : `${event} ${data?.device}`, error, value);
    }
  }

  /** @param {string} name */
  function next(name) {
    return once(heard, name, { signal: AbortSignal.timeout(PATIENCE_MS) });
  }

  /** @type {Qmp["execute"]} */
  async function execute(command, args = {}) {
    commands += 1;
    const answer = next(`answer ${commands}`);
    send({ execute: command, arguments: args, id: commands });
    const [error, value] = await answer;
    if (error) throw new Error(`QEMU, ${command}: ${error.desc}`);
    return value;
  }
}
