// The field in a form of Vue 3: the résumé is told by the element's own events.

import { createApp, h, ref } from "vue";
import "../faircopy.js";

const Application = {
  setup() {
    const resume = ref(null);
    const hello = () => (resume.value?.basics?.name ? `Hello, ${resume.value.basics.name}.` : "Nobody yet.");
    return () => h("form", { method: "post", enctype: "multipart/form-data", action: "/apply" }, [
      h("div", { class: "wide" }, [
        h("label", { for: "resume" }, "Résumé"),
        h("faircopy-editor", { id: "resume", name: "resume", required: "basics.name", onInput: (event) => (resume.value = event.detail) }),
      ]),
      h("p", { class: "wide", role: "status" }, hello()),
      h("button", { class: "send" }, "Apply"),
    ]);
  },
};

createApp(Application).mount("#application");
