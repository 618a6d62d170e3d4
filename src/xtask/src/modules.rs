//! Building the modules of WebAssembly.

use std::{
    borrow::Cow,
    fs, io, iter,
    path::Path,
    sync::{Mutex, OnceLock},
    thread,
    time::Instant,
};

use crate::{
    languages,
    run::{Outcome, Workshop, run},
    scripts::GLUE_FOLDER,
    test::COMPILER,
    tools::{self, WASM},
};

/// A module: the library with the features that it needs, in a folder of its own.
#[derive(Clone)]
struct Module {
    name: Cow<'static, str>,
    feature: Cow<'static, str>,
    profile: &'static str,
    /// What the compiler may use beyond the least that browsers have.
    flags: &'static str,
    /// What it is told of this library and of linking alone.
    own: &'static str,
    optimize: &'static [&'static str],
    /// Whether it is built once more for each other language.
    spoken: bool,
    /// The module of the same that speaks English, where this one does not.
    english: Option<Cow<'static, str>>,
}

/// What the page's chart is timed with: built as the page's module is, but with vectors, which find the ends
/// of millions of amounts twice as fast.
const POINTS: Module = Module {
    name: Cow::Borrowed("points"),
    feature: Cow::Borrowed("points"),
    profile: "web",
    flags: "-C target-feature=+simd128",
    own: "",
    optimize: &["-O2", "--one-caller-inline-max-function-size=0"],
    spoken: false,
    english: None,
};

/// The lowest kilobyte of memory is where the stack would end, which nothing reaches: places near an address are
/// then found without a sum.
const LOW: &str = "--low-memory-unused";

/// How a module is made small where it is optimized twice at a level, with its control flow built anew.
const fn small(level: &'static str) -> [&'static str; 10] {
    [
        "--always-inline-max-function-size=4",
        LOW,
        "--flatten",
        "--rereloop",
        level,
        level,
        "--reorder-functions-by-name",
        "--one-caller-inline-max-function-size=0",
        "--strip-producers",
        "--strip-target-features",
    ]
}

/// How the modules that draw are made.
const DRAWING: &[&str] = &small("-O2");

/// How the modules that open files are made: as small as goes without its rows being read slower.
const IMPORTER: &[&str] = &[
    "-O2",
    "--enable-simd",
    LOW,
    "--reorder-functions-by-name",
    "--one-caller-inline-max-function-size=0",
    "--strip-producers",
    "--strip-target-features",
];

/// With vectors, and with what the standard library offers for putting into its callers put there only where it
/// is short: at level "s" as well the compiler goes by the limit for fast programs, which is six times this.
const SPARING: &str = "-C target-feature=+simd128 -C llvm-args=-inlinehint-threshold=50";

/// What the standard library offers for putting into its callers is put there only where it is short.
const SHORT: &str = "-C llvm-args=-inlinehint-threshold=40";

/// How the checker is made small: it is a page of its own. Going on until nothing changes would take three
/// times as long, for some 250 bytes.
const CHECKER: &[&str] = &small("-Oz");

/// The modules that speak English.
const MODULES: [Module; 7] = [
    // What the first page begins with.
    Module {
        name: Cow::Borrowed("xenotime"),
        feature: Cow::Borrowed("page"),
        profile: "web",
        flags: "",
        own: "",
        optimize: DRAWING,
        spoken: true,
        english: None,
    },
    // Every chart: what the page goes on with once a reader leaves its first question.
    Module {
        name: Cow::Borrowed("whole"),
        feature: Cow::Borrowed("page,whole"),
        profile: "web",
        flags: "",
        own: "",
        optimize: DRAWING,
        spoken: true,
        english: None,
    },
    // It reads stories of every language, and tells its findings in one.
    Module {
        name: Cow::Borrowed("checker"),
        feature: Cow::Borrowed("story"),
        profile: "web",
        flags: "",
        own: SHORT,
        optimize: CHECKER,
        spoken: true,
        english: None,
    },
    // Vectors find the ends of fields several times as fast; browsers have had them since 2021–23.
    // Files of known layouts.
    Module {
        name: Cow::Borrowed("reader"),
        feature: Cow::Borrowed("open"),
        profile: "fast",
        flags: SPARING,
        own: "",
        optimize: IMPORTER,
        spoken: true,
        english: None,
    },
    // All others as well, and what is asked of them: fetched when the reader of known ones leaves one to it.
    Module {
        name: Cow::Borrowed("importer"),
        feature: Cow::Borrowed("open,ask"),
        profile: "fast",
        flags: SPARING,
        own: "",
        optimize: IMPORTER,
        spoken: true,
        english: None,
    },
    // What is saved as a spreadsheet: fetched when something is.
    Module {
        name: Cow::Borrowed("spreadsheet"),
        feature: Cow::Borrowed("saving"),
        profile: "web",
        flags: "",
        own: "",
        optimize: &["-Oz", "--one-caller-inline-max-function-size=0"],
        spoken: true,
        english: None,
    },
    // Spreadsheets and archives: fetched when one is opened.
    Module {
        name: Cow::Borrowed("unpacker"),
        feature: Cow::Borrowed("containers"),
        profile: "web",
        flags: "",
        own: "",
        optimize: &["-Oz", "--one-caller-inline-max-function-size=0"],
        spoken: true,
        english: None,
    },
];

/// Every module of every language.
fn modules(workshop: &Workshop) -> Outcome<Vec<Module>> {
    let mut all = MODULES.to_vec();
    for language in languages::others(workshop)? {
        let spoken = MODULES.iter().filter(|module| module.spoken).cloned();
        all.extend(spoken.map(|module| Module {
            name: languages::module(&module.name, &language).into(),
            feature: format!("{},{language}", module.feature).into(),
            english: Some(module.name.clone()),
            ..module
        }));
    }
    Ok(all)
}

/// Builds them into the folder that Trunk is building the page in, or `dist/`; the scripts around them
/// are bundled later.
pub fn build(workshop: &Workshop, _: &[String]) -> Outcome {
    tools::to_begin_the_page(workshop)?;
    build_into_folder(workshop, &workshop.page())
}

/// Builds them into a folder, two at a time: one keeps one processor busy for most of its time. Meanwhile what
/// writes their scripts is compiled, where it is not there yet: by itself it leaves a processor idle.
pub fn build_into_folder(workshop: &Workshop, folder: &Path) -> Outcome {
    beside(|| wasm_bindgen(workshop), || build_all(workshop, folder))
}

/// Finds the program that writes the modules' scripts, or compiles it; whoever asks meanwhile waits.
fn wasm_bindgen(workshop: &Workshop) -> Outcome {
    static THERE: OnceLock<Outcome> = OnceLock::new();
    THERE.get_or_init(|| tools::wasm_bindgen(workshop)).clone()
}

fn build_all(workshop: &Workshop, folder: &Path) -> Outcome {
    let all = modules(workshop)?;
    let (fast, web): (Vec<&Module>, Vec<&Module>) =
        all.iter().partition(|module| module.profile == "fast");
    let build = |module: &Module| build_into(workshop, module, folder);
    let (Some((first_fast, fast)), Some((first, web))) = (fast.split_first(), web.split_first())
    else {
        return Err("a profile has no module".to_owned());
    };
    beside(|| build(first_fast), || build(first))?;
    let alike = |first| move |module| (first, module);
    let rest = fast.iter().map(alike(first_fast)).chain(web.iter().map(alike(first)));
    let waiting = Mutex::new(rest.collect::<Vec<_>>().into_iter());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.next());
    let finished: Mutex<Vec<&Module>> = Mutex::default();
    // Its counterpart in English stands on the same crates, and on no others.
    let counterpart = |module: &Module| {
        let finished = finished.lock().ok()?;
        finished.iter().copied().find(|one| module.english.as_ref() == Some(&one.name))
    };
    let build_waiting = || {
        iter::from_fn(next).try_for_each(|(first, module)| {
            share_built(workshop, counterpart(module).unwrap_or(first), module)?;
            build(module)?;
            finished.lock().map_err(|_| "a build broke off")?.push(module);
            Ok(())
        })
    };
    beside(build_waiting, build_waiting)
}

/// Runs two builds at once.
pub fn beside(one: impl FnOnce() -> Outcome + Send, other: impl FnOnce() -> Outcome) -> Outcome {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        let one = one.join().unwrap_or_else(|_| Err("a build broke off".to_owned()));
        other.and(one)
    })
}

/// Gives a module the compiled crates of another of its profile. Each has a folder of its own, so that
/// one which did not change is not built again.
fn share_built(workshop: &Workshop, built: &Module, module: &Module) -> Outcome {
    let target = |module: &Module| workshop.root.join("target").join(&*module.name);
    let own = target(module);
    if own.exists() {
        return Ok(());
    }
    share(&target(built), &own)
        .map_err(|error| format!("what {} is built of cannot be shared: {error}", module.name))
}

/// Links the files of a build into another folder, but for those of this library, which differ.
fn share(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        // One lock in both folders would have their builds wait for each other.
        let own = [".cargo-lock", ".rustc_info.json"];
        if name.to_string_lossy().contains("xenotime") || own.iter().any(|own| name == *own) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            share(&entry.path(), &to.join(name))?;
        } else {
            fs::hard_link(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}

fn build_into(workshop: &Workshop, module: &Module, folder: &Path) -> Outcome {
    let glue = workshop.root.join(GLUE_FOLDER);
    let start = Instant::now();
    build_one(workshop, module, "web", &glue)?;
    println!("--- {}: {:.1} s", module.name, start.elapsed().as_secs_f64());
    let name = format!("{}_bg.wasm", module.name);
    fs::copy(glue.join(&name), folder.join(&name))
        .map(drop)
        .map_err(|error| format!("{name} cannot be copied into the page: {error}"))
}

/// Builds what the page's chart is timed with.
pub fn build_points(workshop: &Workshop) -> Outcome {
    build_one(workshop, &POINTS, "no-modules", &workshop.root.join("target/bench"))
}

/// `kind` is what wasm-bindgen calls the target of its script.
fn build_one(workshop: &Workshop, module: &Module, kind: &str, out: &Path) -> Outcome {
    let Module { name, feature, profile, flags, own, optimize, .. } = module;
    let target = format!("target/{name}");
    // Were it a library for other crates as well, everything public would be compiled and kept for them,
    // to be thrown away by the linker: that takes longer, and leaves a tenth more.
    let arguments = format!(
        "rustc --lib --crate-type cdylib --locked --target {WASM} --profile {profile} \
         --no-default-features --features {feature} --target-dir {target} -- {own}"
    );
    // A compiler that lints leaves out what makes a module smaller before it is optimized.
    run(workshop.cargo(&arguments).env("RUSTFLAGS", flags).env_remove(COMPILER))?;
    wasm_bindgen(workshop)?;
    let built = workshop.root.join(&target).join(WASM).join(profile).join("xenotime.wasm");
    run(workshop
        .command("wasm-bindgen")
        .args(["--target", kind, "--no-typescript", "--out-name", &**name])
        .arg("--out-dir")
        .arg(out)
        .arg(built))?;
    let made = out.join(format!("{name}_bg.wasm"));
    run(workshop.command("wasm-opt").args(*optimize).arg("-o").arg(&made).arg(&made))
}
