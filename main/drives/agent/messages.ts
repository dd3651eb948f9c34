import * as v from "valibot";

/** What the drive agent is asked. `id` comes back with the answer. */
export const AgentRequestSchema = v.variant("type", [
  v.strictObject({ type: v.literal("list"), id: v.number() }),
  v.strictObject({ type: v.literal("watch") }), // from now on say when to look again
]);
export type AgentRequest = v.InferOutput<typeof AgentRequestSchema>;

/** What the drive agent tells. Native code stands behind it: what comes is parsed before it is believed. */
export const AgentReplySchema = v.variant("type", [
  v.strictObject({ type: v.literal("ready") }),
  v.strictObject({ type: v.literal("devices"), id: v.number(), devices: v.array(v.unknown()) }),
  v.strictObject({ type: v.literal("failed"), id: v.number(), detail: v.string() }),
  v.strictObject({ type: v.literal("look-again") }),
]);
export type AgentReply = v.InferInput<typeof AgentReplySchema>;
