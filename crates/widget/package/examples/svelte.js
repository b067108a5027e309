// Shows the form of Application.svelte.

import { mount } from "svelte";
import Application from "./Application.svelte";

mount(Application, { target: document.getElementById("application") });
