/* Ranked.java - a TREC run of Apache Lucene with its EnglishAnalyzer and its default similarity.
 *
 *   java Ranked DOCUMENTS QUERIES
 *
 * DOCUMENTS and QUERIES: lines of id, tab, text. The 1000 best of each query, any of whose words
 * is enough, go to standard output. The index is in memory. */
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Locale;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.QueryBuilder;

public final class Ranked {
    private static final int HITS = 1000;
    private static final int COLUMNS = 2;

    private Ranked() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java Ranked DOCUMENTS QUERIES");
            System.exit(2);
        }
        BooleanQuery.setMaxClauseCount(Integer.MAX_VALUE);
        try (Directory index = new ByteBuffersDirectory()) {
            build(arguments[0], index);
            answer(arguments[1], index);
        }
    }

    private static void build(String documents, Directory index) throws IOException {
        IndexWriterConfig how = new IndexWriterConfig(new EnglishAnalyzer());
        try (IndexWriter writer = new IndexWriter(index, how);
             BufferedReader lines = open(documents)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", COLUMNS);
                Document document = new Document();
                document.add(new StoredField("id", columns[0]));
                document.add(new TextField("text", columns[1], Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    private static void answer(String queries, Directory index) throws IOException {
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(index));
        QueryBuilder builder = new QueryBuilder(new EnglishAnalyzer());
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        try (BufferedReader lines = open(queries)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", COLUMNS);
                Query query = builder.createBooleanQuery("text", columns[1]);
                if (query != null) { // else only words that the analyzer drops
                    print(searcher, query, columns[0], out);
                }
            }
        }
        out.flush();
    }

    private static void print(IndexSearcher searcher, Query query, String name, PrintStream out)
        throws IOException {
        int rank = 0;
        for (ScoreDoc hit : searcher.search(query, HITS).scoreDocs) {
            rank++;
            String id = searcher.doc(hit.doc).get("id");
            out.print(String.format(Locale.ROOT, "%s Q0 %s %d %.7f lucene\n", name, id, rank,
                                    hit.score));
        }
    }

    private static BufferedReader open(String path) throws IOException {
        return Files.newBufferedReader(Paths.get(path), StandardCharsets.UTF_8);
    }
}
