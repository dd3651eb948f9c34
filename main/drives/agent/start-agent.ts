import { portOf } from "./agent-port.ts";
import { endWithParent } from "./end-with-parent.ts";
import { nativeModules } from "./native-modules.ts";
import { runAgent } from "./run-agent.ts";

// A process of its own: what native code does to it, it does not do to the app. It touches no stick's files.
endWithParent(process, Number(process.argv.at(-1)));
runAgent(portOf(process), nativeModules);
