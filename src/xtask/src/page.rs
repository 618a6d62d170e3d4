//! Building the page.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    finish,
    html::{self, Tag},
    modules,
    run::{Outcome, Workshop, copy_folder, read, run},
    tools,
};

/// The page that Trunk would begin with, and the folder that its links start from.
const PAGE: &str = "www/index.html";

/// Builds the page into `dist/`, as `trunk build --release` does: by the links that are Trunk's in
/// the page, the modules and the last hook. Trunk itself takes longer to compile than the page, so it
/// is left to those who have it, and `cargo xtask trunk` compares the two.
pub fn build(workshop: &Workshop, _: &[String]) -> Outcome {
    tools::to_begin_the_page(workshop)?;
    fetch(workshop)?;
    let dist = workshop.root.join("dist");
    // A build that fails leaves the page as it was.
    let stage = workshop.root.join("target/dist");
    emptied(&stage)?;
    let links = links(workshop)?;
    place(workshop, &links, &stage)?;
    // The program compiles one crate for most of its time, which leaves a processor idle.
    modules::beside(|| modules::build_into_folder(workshop, &stage), || finish::compile(workshop))?;
    finish::finish_in(workshop, &stage)?;
    emptied(&dist)?;
    fs::remove_dir(&dist)
        .and_then(|()| fs::rename(&stage, &dist))
        .map_err(|error| format!("the page cannot be moved to {}: {error}", dist.display()))?;
    println!("\nThe page is in dist/: copy that folder to any static host.");
    Ok(())
}

/// Builds the page with Trunk as well and says which files differ.
pub fn compare(workshop: &Workshop, arguments: &[String]) -> Outcome {
    build(workshop, arguments)?;
    tools::trunk(workshop)?;
    let other = workshop.root.join("target/trunk");
    emptied(&other)?;
    run(trunk(workshop, "build").arg("--release").arg("--dist").arg(&other))?;
    let own = workshop.root.join("dist");
    let mut differing: Vec<String> = Vec::new();
    for (here, there) in [(&own, &other), (&other, &own)] {
        for file in files_below(here)? {
            let name = file.strip_prefix(here).unwrap_or(&file);
            if fs::read(&file).ok() != fs::read(there.join(name)).ok() {
                differing.push(name.display().to_string());
            }
        }
    }
    differing.sort();
    differing.dedup();
    if !differing.is_empty() {
        return Err(format!("Trunk makes another page: {}", differing.join(", ")));
    }
    println!("\nTrunk makes the same page, to the byte.");
    Ok(())
}

/// Installs the tools and fetches the crates, so that Trunk's build itself needs no network.
pub fn prepare(workshop: &Workshop) -> Outcome {
    tools::for_the_page(workshop)?;
    fetch(workshop)
}

fn fetch(workshop: &Workshop) -> Outcome {
    run(&mut workshop.cargo("fetch --locked"))
}

/// Trunk, kept off the network.
pub fn trunk(workshop: &Workshop, subcommand: &str) -> Command {
    let mut trunk = workshop.command("trunk");
    trunk.args([subcommand, "--offline", "--skip-version-check"]);
    // A failed build is told by what Cargo says, not by where in Trunk it was noticed.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    // Any value asks for no colour, but Trunk stops at one other than `true`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

/// The links in the page that tell Trunk what to build it of.
fn links(workshop: &Workshop) -> Outcome<Vec<Tag>> {
    let page = read(&workshop.root.join(PAGE))?;
    let of_trunk = |tag: &Tag| tag.name == "link" && tag.attribute("data-trunk").is_some();
    Ok(html::tags(&page).into_iter().filter(of_trunk).collect())
}

/// Puts the page, without these links, and the files that they name into a folder.
fn place(workshop: &Workshop, links: &[Tag], folder: &Path) -> Outcome {
    let page = workshop.root.join(PAGE);
    let beside = page.parent().unwrap_or(&workshop.root);
    let unplaced = |name: &str, error: io::Error| format!("{name} cannot be copied: {error}");
    fs::write(folder.join("index.html"), without_links(&read(&page)?))
        .map_err(|error| unplaced(PAGE, error))?;
    for link in links {
        let name = link.attribute("href").unwrap_or_default();
        let (from, to) = (beside.join(name), folder.join(name));
        match link.attribute("rel") {
            Some("copy-file") => {
                fs::copy(from, to).map_err(|error| unplaced(name, error))?;
            }
            Some("copy-dir") => {
                copy_folder(&from, &to).map_err(|error| unplaced(name, error))?;
            }
            other => {
                let rel = other.unwrap_or("nothing");
                return Err(format!(
                    "{PAGE} has a link for Trunk whose `rel` is {rel}: copy-file or copy-dir was expected"
                ));
            }
        }
    }
    Ok(())
}

/// The page as Trunk leaves it.
fn without_links(page: &str) -> String {
    let mut pieces = page.split("<link data-trunk");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once('>').map_or("", |(_, after)| after))
}

/// Makes a folder, or an existing one empty.
pub fn emptied(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .map_err(|error| format!("{} cannot be emptied: {error}", folder.display()))?;
    }
    fs::create_dir_all(folder)
        .map_err(|error| format!("{} cannot be made: {error}", folder.display()))
}

/// Every file in a folder and the folders in it.
fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let unread = |error: io::Error| format!("{} cannot be read: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_what_is_trunks_and_leaves_the_rest() {
        let page =
            "<head>\n  <link data-trunk rel=\"copy-file\" href=\"a\" />\n  <link rel=\"icon\" />\n";
        assert_eq!(without_links(page), "<head>\n  \n  <link rel=\"icon\" />\n");
    }
}
