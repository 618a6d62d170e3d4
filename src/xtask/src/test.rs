//! Running the tests.

use std::{
    env,
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    slice,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use crate::{
    browser::{self, Engine},
    format, page, rollup,
    run::{Outcome, Workshop, files_ending, run},
    size,
    tools::{self, WASM},
};

/// One test step.
struct Step {
    /// The part of the tests it belongs to.
    part: &'static str,
    title: &'static str,
    run: fn(&Workshop) -> Outcome,
    /// Whether the steps after it in its part make no sense if it fails.
    required: bool,
    /// Whether those after it run meanwhile, as it mostly waits.
    beside: bool,
}

/// Names the one step that a run beside the others is to do.
const ONLY: &str = "XENOTIME_TEST_STEP";

impl Step {
    const fn new(part: &'static str, title: &'static str, run: fn(&Workshop) -> Outcome) -> Self {
        Self { part, title, run, required: false, beside: false }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn beside(mut self) -> Self {
        self.beside = true;
        self
    }
}

/// Every step, the fast ones first.
const STEPS: &[Step] = &[
    // Mostly waits for the network.
    Step::new("page", "Installing the browsers", browser::all_ready).beside(),
    Step::new("native", "Formatting", format::check),
    Step::new("scripts", "Types of the page's scripts", types),
    Step::new("scripts", "Tests of the page's scripts", script_tests),
    Step::new("page", "Build of the page", build).required(),
    // Waits likewise, and may install something itself.
    Step::new("rollup", "Tests of the rollup", rollup::test).beside(),
    Step::new("page", "Size of the page", weigh),
    // WebKit draws by the processor alone: it goes before what takes all of that.
    Step::new("page", "Tests in WebKit", webkit_tests),
    Step::new("page", "Tests of the page", page_tests).beside(),
    Step::new("page", "Tests in Firefox", firefox_tests),
    Step::new("native", "Lints", lints),
    // What it compiles is what runs in the browser.
    Step::new("wasm", "Lints of the browser's build", wasm_lints).required(),
    // Each compiles while the other runs: one that has the build folder to itself leaves a processor idle.
    Step::new("wasm", "Tests in the browser", wasm_tests).beside(),
    Step::new("native", "Tests of the library and the program", native_tests),
    // Those of its files that are not begun yet: nothing else is left for the second processor.
    Step::new("page", "Tests of the page, the rest", page_tests),
];

/// Where the files of the page's tests that some step has begun leave their names.
const BEGUN: &str = "target/page-tests-begun";

/// Begins the message of a step that could not run here, which is no failure.
const UNTESTED: &str = "not tested: ";

enum Verdict {
    Passed(Duration),
    Untested(String),
    Failed(Duration, String),
    Skipped,
}

/// Runs the steps of the parts named, or all of them.
pub fn test(workshop: &Workshop, parts: &[String]) -> Outcome {
    if let Some(unknown) = parts.iter().find(|part| STEPS.iter().all(|step| step.part != **part)) {
        return Err(format!(
            "there is no part `{unknown}`: choose from native, scripts, wasm, rollup and page"
        ));
    }
    let only = env::var(ONLY).ok();
    let wanted = |step: &&Step| match &only {
        Some(title) => step.title == title,
        None => parts.is_empty() || parts.iter().any(|part| part == step.part),
    };
    if only.is_none() {
        page::emptied(&workshop.root.join(BEGUN))?;
    }
    let start = Instant::now();
    let steps: Vec<&Step> = STEPS.iter().filter(wanted).collect();
    let mut verdicts = Vec::new();
    let mut running: Vec<(&Step, Beside)> = Vec::new();
    let mut broken = None;
    for (at, step) in steps.iter().copied().enumerate() {
        let is_last = at + 1 == steps.len();
        let verdict = if broken == Some(step.part) {
            Verdict::Skipped
        } else if step.beside && !is_last {
            running.push((step, Beside::start(workshop, step)));
            continue;
        } else {
            perform(workshop, step)
        };
        if step.required && matches!(verdict, Verdict::Failed(..)) {
            broken = Some(step.part);
        }
        verdicts.push((step, verdict));
    }
    for (step, beside) in running {
        let verdict = beside.finish(step);
        verdicts.push((step, verdict));
    }
    summarize(&verdicts, start.elapsed())
}

/// A step in a process of its own, with its output kept until the others are done.
struct Beside {
    log: PathBuf,
    /// How it ended, and after how long.
    ended: JoinHandle<(Outcome, Duration)>,
}

impl Beside {
    fn start(workshop: &Workshop, step: &Step) -> Self {
        let name = step.title.to_lowercase().replace(' ', "-");
        let log = workshop.root.join(format!("target/{name}.log"));
        let child = Self::spawn(workshop, step, &log);
        let start = Instant::now();
        let ended = thread::spawn(move || {
            let status =
                child.and_then(|mut child| child.wait().map_err(|error| error.to_string()));
            let outcome = status
                .and_then(|status| if status.success() { Ok(()) } else { Err(status.to_string()) });
            (outcome, start.elapsed())
        });
        Self { log, ended }
    }

    fn spawn(workshop: &Workshop, step: &Step, log: &PathBuf) -> Outcome<Child> {
        let told = |error: std::io::Error| format!("{} cannot be started: {error}", step.title);
        let output = File::create(log).map_err(told)?;
        let errors = output.try_clone().map_err(told)?;
        Command::new(env::current_exe().map_err(told)?)
            .arg("test")
            .env(ONLY, step.title)
            .current_dir(&workshop.root)
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors)
            .spawn()
            .map_err(told)
    }

    fn finish(self, step: &Step) -> Verdict {
        println!("\n=== {} (beside the others) ===", step.title);
        let (outcome, duration) = self
            .ended
            .join()
            .unwrap_or_else(|_| (Err("nobody waited for it".to_owned()), Duration::ZERO));
        print!("{}", fs::read_to_string(&self.log).unwrap_or_default());
        match outcome {
            Ok(()) => Verdict::Passed(duration),
            Err(why) => Verdict::Failed(duration, why),
        }
    }
}

fn perform(workshop: &Workshop, step: &Step) -> Verdict {
    println!("\n=== {} ===", step.title);
    let start = Instant::now();
    let outcome = (step.run)(workshop);
    let duration = start.elapsed();
    match outcome {
        Ok(()) => {
            println!("--- {}: passed in {}", step.title, seconds(duration));
            Verdict::Passed(duration)
        }
        Err(message) if message.starts_with(UNTESTED) => {
            println!("--- {}: {message}", step.title);
            Verdict::Untested(message.trim_start_matches(UNTESTED).to_owned())
        }
        Err(message) => {
            println!("--- {}: FAILED in {}: {message}", step.title, seconds(duration));
            Verdict::Failed(duration, message)
        }
    }
}

fn summarize(verdicts: &[(&Step, Verdict)], duration: Duration) -> Outcome {
    println!("\n=== Summary ===");
    for (step, verdict) in verdicts {
        match verdict {
            Verdict::Passed(time) => println!("passed   {:>8}  {}", seconds(*time), step.title),
            Verdict::Failed(time, message) => {
                let reason = message.lines().next().unwrap_or_default();
                println!("FAILED   {:>8}  {}: {reason}", seconds(*time), step.title);
            }
            Verdict::Skipped => println!("skipped            {}", step.title),
            Verdict::Untested(why) => println!("NOT RUN            {}: {why}", step.title),
        }
    }
    println!("         {:>8}  in all", seconds(duration));
    if verdicts
        .iter()
        .all(|(_, verdict)| matches!(verdict, Verdict::Passed(_) | Verdict::Untested(_)))
    {
        Ok(())
    } else {
        Err("not every step passed".to_owned())
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

/// Names a compiler in place of the usual one for the crates of this workspace: Cargo reads it.
pub const COMPILER: &str = "RUSTC_WORKSPACE_WRAPPER";
/// The compiler that lints what it compiles.
const LINTING: &str = "clippy-driver";

fn lints(workshop: &Workshop) -> Outcome {
    tools::component(workshop, "clippy", "clippy")?;
    if env::var_os(COMPILER).is_none_or(|own| own != LINTING) {
        return run(&mut workshop.cargo("clippy --workspace --all-targets -- -D warnings"));
    }
    // Whatever is compiled here is linted on the way, and what Cargo finds compiled it warns of once more.
    for tests in [UNIT_TESTS, OTHER_TESTS] {
        without_warnings(workshop.cargo(tests).arg("--no-run"))?;
    }
    without_warnings(&mut workshop.cargo("build --workspace --bins --examples"))
}

/// Shows a command of Cargo, and fails where that has a warning of a crate.
fn without_warnings(command: &mut Command) -> Outcome {
    let (mut said, written) =
        io::pipe().map_err(|error| format!("Cargo cannot be listened to: {error}"))?;
    let warned = thread::scope(|scope| {
        let listener = scope.spawn(move || {
            let lines = BufReader::new(&mut said).lines().map_while(Result::ok);
            lines.fold(false, |warned, line| {
                eprintln!("{line}");
                warned || warns(&line)
            })
        });
        let outcome = run(command.stderr(written));
        // Whoever holds the other end keeps the listener waiting.
        command.stderr(Stdio::null());
        let warned = listener.join().unwrap_or(true);
        outcome.map(|()| warned)
    })?;
    if warned { Err("there are warnings".to_owned()) } else { Ok(()) }
}

/// Whether a line of Cargo's says that there are warnings of a crate.
fn warns(line: &str) -> bool {
    line.starts_with("warning: `") && line.contains(" generated ")
}

/// The library's own tests do little: compiled without optimization, which takes half the time, they take a
/// few seconds more. Of this package alone, for what is asked of all others is asked of their build scripts and
/// macros too, which would all be compiled once more, with whatever stands on them.
const UNIT_TESTS: &str = "test --lib --config profile.dev.package.xenotime.opt-level=0";
const OTHER_TESTS: &str = "test --workspace --bins --examples --test *";

fn native_tests(workshop: &Workshop) -> Outcome {
    for tests in [UNIT_TESTS, OTHER_TESTS, "test --doc"] {
        run(&mut workshop.cargo(tests))?;
    }
    Ok(())
}

fn types(workshop: &Workshop) -> Outcome {
    tools::test_packages(workshop)?;
    for project in ["tests/tsconfig.www.json", "tests/tsconfig.json"] {
        run(workshop.command("tests/node_modules/.bin/tsc").args(["--project", project]))?;
    }
    Ok(())
}

/// The browser's tests as their lints compile them: clippy is a compiler as well, and what it has read for the
/// one need not be compiled anew for the other, nor what stands below it.
fn wasm_tests_linted(workshop: &Workshop) -> Command {
    let arguments = format!(
        "test --target {WASM} --no-default-features --features page,whole,story,open,ask,points --test browser"
    );
    let mut tests = workshop.cargo(&arguments);
    tests
        .env(COMPILER, LINTING)
        .env("RUSTFLAGS", "-D warnings")
        // Compiling takes a third of the time without optimization, and the tests a quarter of a minute more.
        .env("CARGO_PROFILE_DEV_OPT_LEVEL", "0");
    tests
}

fn wasm_lints(workshop: &Workshop) -> Outcome {
    tools::component(workshop, "clippy", "clippy")?;
    tools::wasm_target(workshop)?;
    run(wasm_tests_linted(workshop).arg("--no-run"))
}

fn wasm_tests(workshop: &Workshop) -> Outcome {
    tools::wasm_bindgen(workshop)?;
    let browser = browser::ready(workshop)?;
    let mut tests = wasm_tests_linted(workshop);
    tests
        .env("CHROMEDRIVER", browser.driver)
        // Twenty seconds, the default, is short for a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    // The runner gives the driver a few seconds to answer, however busy the machine is.
    at_most_twice(&mut tests, "tests in the browser")
}

/// Runs a command and, where it fails, once more, which is said: the machine that runs everything else
/// meanwhile may have kept a browser waiting too long.
fn at_most_twice(command: &mut Command, what: &str) -> Outcome {
    run(command).or_else(|_| {
        println!("--- {what}: once more");
        run(command)
    })
}

fn build(workshop: &Workshop) -> Outcome {
    page::build(workshop, &[])
}

fn weigh(workshop: &Workshop) -> Outcome {
    size::size(workshop, &[])
}

/// What of the scripts needs no browser.
fn script_tests(workshop: &Workshop) -> Outcome {
    tools::test_packages(workshop)?;
    run(&mut node_tests(workshop, &test_files(workshop, "tests/scripts")?))
}

/// The tests of what must work in every engine; Chromium runs them among its own.
const EVERY_ENGINE: &str = "tests/page/engines.test.mjs";

fn firefox_tests(workshop: &Workshop) -> Outcome {
    engine_tests(workshop, &browser::FIREFOX)
}

fn webkit_tests(workshop: &Workshop) -> Outcome {
    engine_tests(workshop, &browser::WEBKIT)
}

fn engine_tests(workshop: &Workshop, engine: &Engine) -> Outcome {
    tools::test_packages(workshop)?;
    let places = engine.ready(workshop).map_err(|why| format!("{UNTESTED}{why}"))?;
    let mut tests = node_tests(workshop, &[workshop.root.join(EVERY_ENGINE)]);
    tests
        .env("ENGINE", engine.name)
        .env("XENOTIME", workshop.root.join("target/debug/xenotime"))
        .envs(places);
    at_most_twice(&mut tests, engine.title)
}

/// Each file that no other step has begun, by itself, with the time it took. What fails is tried once more
/// at the end, as in `at_most_twice`.
fn page_tests(workshop: &Workshop) -> Outcome {
    tools::test_packages(workshop)?;
    let browser = browser::for_pages(workshop)?;
    // As the page's build has left it.
    let program = workshop.root.join("target/debug/xenotime");
    let begun = workshop.root.join(BEGUN);
    let attempt = |files: &mut dyn Iterator<Item = PathBuf>| {
        let mut failed = Vec::new();
        for file in files {
            let start = Instant::now();
            let passed = run(node_tests(workshop, slice::from_ref(&file))
                .env("CHROMIUM", &browser)
                .env("XENOTIME", &program));
            let name = file.file_name().unwrap_or_default().display().to_string();
            println!("--- {name}: {}", seconds(start.elapsed()));
            if passed.is_err() {
                failed.push(file);
            }
        }
        failed
    };
    let files = test_files(workshop, "tests/page")?;
    let failed = attempt(&mut files.into_iter().filter(|file| begins(&begun, file)));
    for file in &failed {
        println!("--- {}: once more", file.display());
    }
    let again = attempt(&mut failed.into_iter());
    match again.as_slice() {
        [] => Ok(()),
        files => {
            let names = files.iter().filter_map(|file| file.file_name());
            let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
            Err(format!("failed twice: {}", names.join(", ")))
        }
    }
}

/// Whether nobody has begun with a file: of two that ask at once, one is the first to leave its name.
fn begins(begun: &Path, file: &Path) -> bool {
    file.file_name().is_some_and(|name| File::create_new(begun.join(name)).is_ok())
}

fn node_tests(workshop: &Workshop, files: &[PathBuf]) -> Command {
    let mut node = workshop.command("node");
    // Newer versions of Node.js no longer take a folder.
    node.args(["--test", "--test-reporter=spec"]).args(files);
    node
}

fn test_files(workshop: &Workshop, folder: &str) -> Outcome<Vec<PathBuf>> {
    let folder = workshop.root.join(folder);
    let files = files_ending(&folder, ".test.mjs")?;
    if files.is_empty() {
        return Err(format!("{} holds no *.test.mjs", folder.display()));
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hears_the_warnings_of_crates() {
        assert!(warns(
            "warning: `xenotime` (lib test) generated 2 warnings (run `cargo clippy --fix` to apply 1 suggestion)"
        ));
        assert!(!warns("warning: unused manifest key: package.made-up"));
        assert!(!warns("   Compiling xenotime v0.1.0"));
    }
}
