// The field in a form of React 19: the résumé is told by the element's own events.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import "../faircopy.js";

function Application() {
  const [resume, setResume] = useState(null);
  return (
    <form method="post" encType="multipart/form-data" action="/apply">
      <div className="wide">
        <label htmlFor="resume">Résumé</label>
        <faircopy-editor id="resume" name="resume" required="basics.name" oninput={(event) => setResume(event.detail)} />
      </div>
      <p className="wide" role="status">{resume?.basics?.name ? `Hello, ${resume.basics.name}.` : "Nobody yet."}</p>
      <button className="send">Apply</button>
    </form>
  );
}

createRoot(document.getElementById("application")).render(<Application />);
